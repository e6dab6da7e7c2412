import { z } from 'zod';
import { errors } from '../../domain/errors/error-code.ts';
import { RefusalError } from '../../domain/errors/refusal-error.ts';
import { unitColumns } from '../../domain/directory/unit-sheet.ts';
import { rosterProblemText } from '../../domain/roster/roster-problems.ts';
import { importUnits, unitSheetBytes, type UnitImport } from '../../infra/directory/import-units.ts';
import { SpreadsheetError } from '../../infra/spreadsheet/spreadsheet-error.ts';
import { readUpload } from '../evidence/read-upload.ts';
import { json } from '../http/answer.ts';
import { Words } from '../http/problem.ts';
import { route } from '../http/route.ts';
import { keeperOf } from './directories.ts';

const Problem = z.object({ column: z.string().meta({ description: 'Heading of our own sheet' }), code: z.string(), words: Words });
const Report = z
  .object({
    added: z.int(),
    changed: z.int(),
    same: z.int(),
    skipped: z
      .array(z.object({ row: z.int(), problems: z.array(Problem) }))
      .meta({ description: 'Rows that changed nothing because of what is wrong with them; by their numbers in the sheet' }),
  })
  .meta({ id: 'DirectoryImport' });

type RowProblem = UnitImport['skipped'][number]['problems'][number];

function problemOf({ column, code }: RowProblem): z.infer<typeof Problem> {
  const words =
    code === 'UNIT_REPEATED'
      ? { zh: errors[code].zh, en: errors[code].en }
      : { zh: rosterProblemText(code, 'zh'), en: rosterProblemText(code, 'en') };
  return { column: unitColumns[column].headings[0], code, words };
}

/** A sheet of units: the good rows at once, a report of the others. The same sheet again changes nothing. */
export const importDirectory = route({
  method: 'post',
  path: '/api/directory/imports',
  right: { resource: 'directory', action: 'change' },
  part: 'directory',
  summary: 'Import receiving units (XLSX or CSV)',
  description: 'At most 20,000 rows. Needs columns for the name and the county; an empty cell leaves what is known.',
  consumes: 'multipart/form-data',
  reply: Report,
  handle: async (context) => {
    const { deps, request, session } = context;
    const keeper = keeperOf(context);
    await deps.rateLimits.take('uploadByAccount', session.accountId);
    const { bytes } = await readUpload(request, unitSheetBytes);
    const { skipped, ...counts } = await importUnits(deps, keeper, Buffer.from(bytes)).catch((error: unknown) => {
      if (error instanceof SpreadsheetError)
        throw new RefusalError('FILE_TYPE_MISMATCH', { fields: [{ field: 'file', code: error.code }] });
      throw error;
    });
    return json({ ...counts, skipped: skipped.map(({ row, problems }) => ({ row, problems: problems.map(problemOf) })) });
  },
});
