import { join } from 'node:path';
import { projectRoot } from '../stack/project-root.ts';

/** Where the sample roster of a cohort is kept. */
export const sampleRosterFile = (cohort: number): string => join(projectRoot, 'samples', `roster-${cohort}-sample-university.xlsx`);
