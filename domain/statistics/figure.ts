import { contentDigest } from '../content-digest.ts';
import { formulaGroups, groupOf, isSettledGroup, type FormulaVersion } from './formula.ts';

export const dimensions = ['LEVEL', 'COLLEGE', 'MAJOR', 'DESTINATION', 'INDUSTRY', 'NATURE', 'REGION'] as const;
export type Dimension = (typeof dimensions)[number];

/** One graduate as a figure counts them: frozen with it, so that it can be made again. */
export interface FigureInput {
  readonly graduateId: string;
  /** The approved destination it rests on; null counts as 待就业 (X14). */
  readonly versionId: string | null;
  readonly destinationCode: string;
  readonly level: string;
  readonly collegeId: string | null;
  readonly major: string;
  readonly industry: string | null;
  readonly nature: string | null;
  readonly region: string | null;
}

/** Numerator and denominator as counts: a rate is what a reader divides. */
export interface Cell {
  readonly total: number;
  readonly settled: number;
}

/** Counts of a cohort: 毕业去向落实率 is settled by total (F4). Everything in it follows from the inputs and the version. */
export interface Figure {
  readonly formula: FormulaVersion;
  readonly all: Cell;
  readonly groups: Readonly<Record<string, number>>;
  readonly breakdowns: Readonly<Record<Dimension, Readonly<Record<string, Cell>>>>;
}

/** The name of what is not known or does not apply. */
export const noValue = '-';

const valueOf: Readonly<Record<Dimension, (input: FigureInput) => string | null>> = {
  LEVEL: ({ level }) => level,
  COLLEGE: ({ collegeId }) => collegeId,
  MAJOR: ({ major }) => major,
  DESTINATION: ({ destinationCode }) => destinationCode,
  INDUSTRY: ({ industry }) => industry,
  NATURE: ({ nature }) => nature,
  // By province: the first two digits of a region name it.
  REGION: ({ region }) => region && `${region.slice(0, 2)}0000`,
};

/** Counts the inputs by a formula, the same whatever their order. */
export function computeFigure(formula: FormulaVersion, inputs: readonly FigureInput[]): Figure {
  const groups = Object.fromEntries(formulaGroups(formula).map(({ code }) => [code, 0]));
  for (const { destinationCode } of inputs)
    groups[groupOf(formula, destinationCode)] = (groups[groupOf(formula, destinationCode)] ?? 0) + 1;
  const breakdowns = Object.fromEntries(
    dimensions.map((dimension) => [dimension, breakdown(formula, inputs, valueOf[dimension])]),
  ) as Record<Dimension, Record<string, Cell>>;
  return { formula, all: cellOf(formula, inputs), groups, breakdowns };
}

function breakdown(
  formula: FormulaVersion,
  inputs: readonly FigureInput[],
  read: (input: FigureInput) => string | null,
): Record<string, Cell> {
  const byValue = Map.groupBy(inputs, (input) => read(input) ?? noValue);
  return Object.fromEntries([...byValue].sort(([a], [b]) => (a < b ? -1 : 1)).map(([value, members]) => [value, cellOf(formula, members)]));
}

const cellOf = (formula: FormulaVersion, inputs: readonly FigureInput[]): Cell => ({
  total: inputs.length,
  settled: inputs.filter((input) => isSettled(formula, input)).length,
});

/** In the numerator of the rate. */
export const isSettled = (formula: FormulaVersion, { destinationCode }: FigureInput): boolean =>
  isSettledGroup(formula, groupOf(formula, destinationCode));

/** Digest over the inputs in the order of their graduates: what a published figure rests on. */
export const inputsDigest = (inputs: readonly FigureInput[]): string =>
  contentDigest(inputs.toSorted((a, b) => (a.graduateId < b.graduateId ? -1 : 1)));
export const figureDigest = (figure: Figure): string => contentDigest(figure);
