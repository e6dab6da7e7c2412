import type { Cell, Dimension, Figure } from './figure.ts';
import { formulaGroups } from './formula.ts';

/** Cells of fewer people are not shown outside the school: with a column or two more they would name somebody. */
export const smallestCell = 5;

export type ShownCell = Cell | null;

/** By major, college and single code is the school's own: they nest in each other and in the groups, so one would give the other away. */
export const shownOutside = ['LEVEL', 'INDUSTRY', 'NATURE', 'REGION'] as const satisfies readonly Dimension[];

/** null is a count that is hidden. */
export interface ShownFigure {
  readonly formula: Figure['formula'];
  readonly all: { readonly total: number; readonly settled: number | null };
  readonly groups: Readonly<Record<string, number | null>>;
  readonly breakdowns: Readonly<Partial<Record<Dimension, Readonly<Record<string, ShownCell>>>>>;
}

const isSmall = (count: number): boolean => count > 0 && count < smallestCell;
/** A numerator or what is left of the denominator may be as telling as the cell. */
const isTelling = ({ total, settled }: Cell): boolean => isSmall(total) || isSmall(settled) || isSmall(total - settled);

/**
 * What is hidden so that nobody computes it from the rest and the sum: the telling cells, and then the smallest of the others until
 * two or more are hidden whose sum is itself no small cell. Empty cells hide nothing and are never taken.
 */
function hidden(cells: readonly (readonly [string, Cell])[]): ReadonlySet<string> {
  const taken = new Set(cells.filter(([, cell]) => isTelling(cell)).map(([value]) => value));
  const rest = cells
    .filter(([value, { total }]) => !taken.has(value) && total > 0)
    .sort(([a, x], [b, y]) => x.total - y.total || (a < b ? -1 : 1));
  const sum = (): Cell =>
    cells
      .filter(([value]) => taken.has(value))
      .reduce((all, [, { total, settled }]) => ({ total: all.total + total, settled: all.settled + settled }), { total: 0, settled: 0 });
  while (taken.size > 0 && rest.length > 0 && (taken.size < 2 || isTelling(sum()))) taken.add(rest.shift()?.[0] ?? '');
  return taken;
}

/** A figure as it is shown outside the school. A cohort that is small, or nearly all settled or nearly none, shows its total alone. */
export function suppressSmallCells({ formula, all, groups, breakdowns }: Figure): ShownFigure {
  const everything = isTelling(all);
  const shown = shownOutside.map((dimension) => {
    const taken = hidden(Object.entries(breakdowns[dimension]));
    return [
      dimension,
      Object.fromEntries(
        Object.entries(breakdowns[dimension]).map(([value, cell]) => [value, everything || taken.has(value) ? null : cell]),
      ),
    ];
  });
  // The sums of the settled and of the other groups are known from the whole: each hides among its own.
  const taken = new Set(
    [true, false].flatMap((settled) => [
      ...hidden(
        formulaGroups(formula)
          .filter((group) => group.settled === settled)
          .map(({ code }) => [code, { total: groups[code] ?? 0, settled: 0 }] as const),
      ),
    ]),
  );
  return {
    formula,
    all: everything ? { total: all.total, settled: null } : all,
    groups: Object.fromEntries(Object.entries(groups).map(([group, count]) => [group, everything || taken.has(group) ? null : count])),
    breakdowns: Object.fromEntries(shown) as ShownFigure['breakdowns'],
  };
}
