import type { paths } from '../../generated/openapi.ts';
import { BasicCorrection, onePersonFields } from '../../domain/graduate/basic-correction.ts';
import { fieldProblems, isFieldProblem } from '../../domain/text/field-problems.ts';
import type { Bilingual } from '../../domain/text/language.ts';
import { basicCodes, basicFields } from './basic-codes.ts';
import type { OwnGraduate } from './own-graduate.ts';

type ManyBody = paths['/api/basic-information/corrections']['post']['requestBody']['content']['application/json'];
/** As it is sent for one; for many their ids come with it. */
export type Correction = Omit<ManyBody, 'graduateIds'>;

export type CorrectableField = Exclude<keyof typeof BasicCorrection.shape, 'idNumberIndex' | 'sealedIdNumber'> | 'idNumber';

/** What is typed, by field; a field that is not there stays as it is. */
export type TypedCorrection = Readonly<Partial<Record<CorrectableField, string>>>;

/** What the school may change (R7): everything that the schema of a correction has. */
export const correctableFields = basicFields.filter(
  (field): field is CorrectableField => field === 'idNumber' || Object.hasOwn(BasicCorrection.shape, field),
);
export const fieldsForMany = correctableFields.filter((field) => !onePersonFields.includes(field));

export type InputKind = 'CODE' | 'YES_NO' | 'REGION' | 'MONTH' | 'TEXT';

const kinds: Readonly<Partial<Record<CorrectableField, InputKind>>> = {
  dossierInSchool: 'YES_NO',
  hukouInSchool: 'YES_NO',
  originRegion: 'REGION',
  enrolledAt: 'MONTH',
  graduatedAt: 'MONTH',
};
export const kindOf = (field: CorrectableField): InputKind => kinds[field] ?? (basicCodes[field] ? 'CODE' : 'TEXT');

/** The present value as it stands in an input; nobody sees the number of the document. */
export function presentValue(basic: OwnGraduate['basic'] | undefined, field: CorrectableField): string {
  const value = basic && field !== 'idNumber' ? basic[field] : null;
  return value === null ? '' : String(value);
}

/** An empty text says that there is none, where there may be none. */
function valueOf(field: Exclude<CorrectableField, 'idNumber'>, text: string): unknown {
  if (kindOf(field) === 'YES_NO') return text === '' ? undefined : text === 'true';
  return text.trim() === '' && BasicCorrection.shape[field].safeParse(null).success ? null : text;
}

/** The changes as they are sent, and what is wrong with them by the schema of `domain/`. */
export function checkedChanges(typed: TypedCorrection): {
  readonly changes: Correction['changes'];
  readonly problems: ReadonlyMap<string, Bilingual>;
} {
  const { idNumber, ...others } = typed;
  const values = Object.entries(others).map(
    ([field, text]) => [field, valueOf(field as Exclude<CorrectableField, 'idNumber'>, text)] as const,
  );
  const problems = new Map<string, Bilingual>();
  if (idNumber?.trim() === '') problems.set('idNumber', fieldProblems.REQUIRED);
  for (const [field, value] of values) {
    const problem =
      value === undefined
        ? 'REQUIRED'
        : BasicCorrection.shape[field as Exclude<CorrectableField, 'idNumber'>].safeParse(value).error?.issues[0]?.message;
    if (problem !== undefined) problems.set(field, fieldProblems[isFieldProblem(problem) ? problem : 'TYPE_WRONG']);
  }
  return { changes: { ...Object.fromEntries(values), ...(idNumber !== undefined && { idNumber }) }, problems };
}
