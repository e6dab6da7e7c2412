import type { RosterDependencies } from '../../activities/roster/dependencies.ts';
import { importerSignInName } from './demonstration.ts';
import { seedDirectory } from './seed-directory.ts';
import { seedRoster, type SeededRoster } from './seed-roster.ts';
import { seedSchool } from './seed-school.ts';
import { seedStaff } from './seed-staff.ts';

/** Fills an empty database with the demonstration school, and completes one that is half filled. May be repeated. */
export async function seedDemonstration(dependencies: RosterDependencies): Promise<SeededRoster> {
  const { pool, newId } = dependencies;
  const school = await seedSchool(pool, newId);
  const staff = await seedStaff(pool, newId, school);
  const importer = staff.get(importerSignInName);
  if (importer === undefined) throw new Error('nobody imports');
  await seedDirectory(dependencies, school.schoolId, importer);
  return seedRoster(dependencies, school.schoolId, importer);
}
