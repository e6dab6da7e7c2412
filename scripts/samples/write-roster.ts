import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { projectRoot } from '../stack/project-root.ts';
import { sampleCombined, sampleExport } from './sample-dialects.ts';
import { sampleDirectory } from './sample-directory.ts';
import { sampleCombinedFile, sampleDirectoryFile, sampleExportFile, sampleRosterFile } from './sample-file.ts';
import { sampleWorkbook } from './sample-workbook.ts';

const { values } = parseArgs({ options: { cohort: { type: 'string' } } });
const cohort = Number(values.cohort);
if (!Number.isInteger(cohort) || cohort < 2020 || cohort > 2099) {
  process.stderr.write('Usage: node scripts/samples/write-roster.ts --cohort 2027   (the cohort that graduates in June of that year)\n');
  process.exit(1);
}
const path = sampleRosterFile(cohort);
await mkdir(join(projectRoot, 'samples'), { recursive: true });
await writeFile(path, await sampleWorkbook(cohort));
await writeFile(sampleExportFile(cohort), await sampleExport(cohort));
await writeFile(sampleCombinedFile(cohort), sampleCombined(cohort));
await writeFile(sampleDirectoryFile, await sampleDirectory());
process.stdout.write(`${path}\n`);
