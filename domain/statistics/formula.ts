import { destinations } from '../codes/destinations.ts';
import { statGroups2021, statGroups2024 } from '../codes/statistics-groups.ts';

/** 教学厅函〔2021〕19号, and since 2024 教就业厅函〔2024〕11号 (F4). Stored with every figure. */
export const formulaVersions = ['2021', '2024'] as const;
export type FormulaVersion = (typeof formulaVersions)[number];

const groupsOf = { 2021: statGroups2021, 2024: statGroups2024 } as const;

/** The group that a destination counts in. Throws RangeError for a code outside the list. */
export function groupOf(version: FormulaVersion, destinationCode: string): string {
  const category = destinations.find(destinationCode);
  if (!category) throw new RangeError('a destination code outside its list');
  return version === '2021' ? category.statGroup2021 : category.statGroup2024;
}

/** Groups of a formula in their order, with whether they count as 落实. */
export const formulaGroups = (version: FormulaVersion): readonly { readonly code: string; readonly settled: boolean }[] =>
  groupsOf[version].entries;

export const isSettledGroup = (version: FormulaVersion, group: string): boolean =>
  formulaGroups(version).some(({ code, settled }) => code === group && settled);
