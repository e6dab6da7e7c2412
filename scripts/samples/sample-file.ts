import { join } from 'node:path';
import { projectRoot } from '../stack/project-root.ts';

/** Where the sample of a dialect is kept. */
export const sampleExportFile = (cohort: number): string => join(projectRoot, 'samples', `export-2024-${cohort}-sample-university.xlsx`);
export const sampleCombinedFile = (cohort: number): string =>
  join(projectRoot, 'samples', `provincial-combined-${cohort}-sample-university.csv`);

/** Where the sample directory of receiving units is kept. */
export const sampleDirectoryFile = join(projectRoot, 'samples', 'receiving-units-sample.xlsx');

/** Where the sample roster of a cohort is kept. */
export const sampleRosterFile = (cohort: number): string => join(projectRoot, 'samples', `roster-${cohort}-sample-university.xlsx`);
