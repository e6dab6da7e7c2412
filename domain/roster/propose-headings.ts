import { isMonth } from '../calendar/graduation-month.ts';
import { cellText, codeText, type CellValue } from './cell-value.ts';
import { codeReaders } from './code-readers.ts';
import { rosterColumns, type RosterColumn, type RosterField } from './columns.ts';
import { headingKey } from './heading-key.ts';

/** What a heading may mean, for a person to say yes or no to. */
export interface HeadingProposal {
  readonly heading: string;
  readonly field: RosterField | null;
  /** What speaks for it; CERTAIN where the heading is known already. */
  readonly because: 'CERTAIN' | 'WORDS' | 'VALUES' | null;
}

/** Below, two headings have too little in common. */
const enoughAlike = 0.5;
/** Of the values seen, so many must look right. */
const enoughValues = 0.8;

const pairsOf = (text: string): Set<string> => new Set([...text].map((character, index, all) => character + (all[index + 1] ?? '')));

/** How much two headings have in common (Dice, over pairs of characters). */
function alike(a: string, b: string): number {
  const [left, right] = [pairsOf(a), pairsOf(b)];
  return (2 * [...left].filter((pair) => right.has(pair)).length) / (left.size + right.size);
}

const columns: readonly RosterColumn[] = rosterColumns;
const looks: readonly [RosterField, (text: string) => boolean][] = [
  ['idNumber', (text) => /^\d{17}[\dXx]$/.test(text)],
  ['candidateNo', (text) => /^\d{14,15}$/.test(text)],
  ['phone', (text) => /^1[3-9]\d{9}$/.test(text)],
  ['email', (text) => /^\S+@\S+\.\S+$/.test(text)],
  ['gender', (text) => codeReaders.gender(text).ok && !/^\d$/.test(text)],
  ['ethnicity', (text) => codeReaders.ethnicity(text).ok && /族/.test(text)],
  ['politicalStatus', (text) => codeReaders.politicalStatus(text).ok && !/^\d+$/.test(text)],
  ['educationLevel', (text) => codeReaders.educationLevel(text).ok && !/^\d+$/.test(text)],
  ['graduatedAt', (text) => isMonth(text)],
];

/** Proposes a field for each heading: by its words, else by what stands under it. Each field is proposed once. */
export function proposeHeadings(
  headings: readonly string[],
  known: ReadonlyMap<string, RosterField>,
  samples: readonly Readonly<Record<string, CellValue>>[],
): readonly HeadingProposal[] {
  const taken = new Set(known.values());
  const byWords = headings
    .filter((heading) => !known.has(heading))
    .flatMap((heading) =>
      columns.map((column) => ({
        heading,
        field: column.field,
        score: Math.max(...[column.zh, ...(column.aliases ?? [])].map((name) => alike(headingKey(heading), headingKey(name)))),
      })),
    )
    .filter(({ score }) => score >= enoughAlike)
    .toSorted((a, b) => b.score - a.score);
  const words = new Map<string, RosterField>();
  for (const { heading, field } of byWords) {
    if (taken.has(field) || words.has(heading)) continue;
    words.set(heading, field);
    taken.add(field);
  }
  return headings.map((heading) => {
    const certain = known.get(heading);
    if (certain !== undefined) return { heading, field: certain, because: 'CERTAIN' };
    const word = words.get(heading);
    if (word !== undefined) return { heading, field: word, because: 'WORDS' };
    const field = looksOf(
      samples.map((cells) => cells[heading] ?? null),
      taken,
    );
    if (field !== undefined) taken.add(field);
    return { heading, field: field ?? null, because: field === undefined ? null : 'VALUES' };
  });
}

function looksOf(values: readonly CellValue[], taken: ReadonlySet<RosterField>): RosterField | undefined {
  const filled = values.filter((value) => cellText(value) !== '').map((value) => codeText(value));
  if (filled.length === 0) return undefined;
  return looks.find(([field, fits]) => !taken.has(field) && filled.filter(fits).length >= filled.length * enoughValues)?.[0];
}
