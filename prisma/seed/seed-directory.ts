import type { Pool } from '../../infra/database/pool.ts';
import { importUnits, type UnitImport } from '../../infra/directory/import-units.ts';
import { sampleDirectory } from '../../scripts/samples/sample-directory.ts';
import { importerSignInName, staffSeeds } from './demonstration.ts';

/** Loads the sample directory of receiving units as the school would, once: the same sheet again changes nothing. */
export async function seedDirectory(
  dependencies: { readonly pool: Pool; readonly newId: () => string },
  schoolId: string,
  importer: string,
): Promise<UnitImport> {
  const name = staffSeeds.find(({ signInName }) => signInName === importerSignInName)?.displayName ?? importerSignInName;
  return importUnits(
    dependencies,
    { owner: schoolId, schoolId, actor: { id: importer, role: 'SCHOOL_ADMIN', name } },
    await sampleDirectory(),
  );
}
