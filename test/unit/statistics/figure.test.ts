import fc from 'fast-check';
import { destinations } from '../../../domain/codes/destinations.ts';
import { computeFigure, dimensions, figureDigest, inputsDigest, type Cell, type FigureInput } from '../../../domain/statistics/figure.ts';
import { formulaGroups, formulaVersions } from '../../../domain/statistics/formula.ts';
import { shownOutside, smallestCell, suppressSmallCells } from '../../../domain/statistics/suppress.ts';

const codes = destinations.entries.map(({ code }) => code as string);
const input = fc.record({
  graduateId: fc.uuid(),
  versionId: fc.constant(null),
  destinationCode: fc.constantFrom(...codes),
  level: fc.constantFrom('111', '231', '341'),
  collegeId: fc.constantFrom(null, 'c1', 'c2'),
  major: fc.constantFrom('哲学', '数学'),
  industry: fc.constantFrom(null, '22', '42', '80'),
  nature: fc.constantFrom(null, '10', '20'),
  region: fc.constantFrom(null, '110108', '320102', '320000'),
}) satisfies fc.Arbitrary<FigureInput>;
const cohort = fc.uniqueArray(input, { maxLength: 120, selector: ({ graduateId }) => graduateId });
const one = (destinationCode: string, index = 0): FigureInput => ({
  graduateId: `g${index}`,
  versionId: null,
  destinationCode,
  level: '231',
  collegeId: null,
  major: '哲学',
  industry: null,
  nature: null,
  region: null,
});

describe('毕业去向落实率', () => {
  it.each(formulaVersions)('R57 F4 by the formula of %s is everything but 70, 71 and 72', (formula) => {
    for (const code of codes)
      expect([code, computeFigure(formula, [one(code)]).all.settled]).toEqual([code, ['70', '71', '72'].includes(code) ? 0 : 1]);
  });

  it('R57 tells the formulas apart: 12 was flexible in 2021 and is employment by a unit since 2024', () => {
    expect(computeFigure('2021', [one('12')]).groups).toMatchObject({ FLEXIBLE: 1, CONTRACT: 0 });
    expect(computeFigure('2024', [one('12')]).groups).toMatchObject({ EMPLOYER: 1, FREELANCE: 0 });
  });

  it('sums to the whole in every breakdown, whatever the order of the inputs', () => {
    fc.assert(
      fc.property(cohort, fc.constantFrom(...formulaVersions), (inputs, formula) => {
        const figure = computeFigure(formula, inputs);
        const sum = (cells: readonly Cell[]) =>
          cells.reduce((all, cell) => ({ total: all.total + cell.total, settled: all.settled + cell.settled }), { total: 0, settled: 0 });
        for (const dimension of dimensions) expect(sum(Object.values(figure.breakdowns[dimension]))).toEqual(figure.all);
        expect(
          formulaGroups(formula)
            .filter(({ settled }) => settled)
            .reduce((all, { code }) => all + figure.groups[code]!, 0),
        ).toBe(figure.all.settled);
        expect([figureDigest(computeFigure(formula, inputs.toReversed())), inputsDigest(inputs.toReversed())]).toEqual([
          figureDigest(figure),
          inputsDigest(inputs),
        ]);
      }),
    );
  });
});

describe('small cells outside the school', () => {
  const isSmall = (count: number) => count > 0 && count < smallestCell;

  it('are hidden, and what is hidden cannot be had from the rest and the sum', () => {
    fc.assert(
      fc.property(cohort, fc.constantFrom(...formulaVersions), (inputs, formula) => {
        const [figure, shown] = [computeFigure(formula, inputs), suppressSmallCells(computeFigure(formula, inputs))];
        expect(Object.keys(shown.breakdowns).sort()).toEqual([...shownOutside].sort());
        for (const dimension of shownOutside) {
          const cells = Object.entries(figure.breakdowns[dimension]).map(([value, cell]) => ({
            cell,
            shown: shown.breakdowns[dimension]![value]!,
          }));
          for (const { cell, shown: given } of cells) {
            if (isSmall(cell.total) || isSmall(cell.settled) || isSmall(cell.total - cell.settled)) expect(given).toBeNull();
            if (given !== null) expect(given).toEqual(cell);
          }
          const missing = cells.filter(({ shown: given }) => given === null);
          if (missing.length > 0 && shown.all.settled !== null) expect(missing.length).toBeGreaterThan(1);
        }
        for (const settled of [true, false]) {
          const members = formulaGroups(formula)
            .filter((group) => group.settled === settled)
            .map(({ code }) => code);
          for (const code of members) if (isSmall(figure.groups[code]!)) expect(shown.groups[code]).toBeNull();
          const missing = members.filter((code) => shown.groups[code] === null);
          if (missing.length > 0 && shown.all.settled !== null) expect(missing.length).toBeGreaterThan(1);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('hide the smallest other cell with a single small one', () => {
    const inputs = [
      ...Array.from({ length: 3 }, (_, index) => ({ ...one('10', index), level: '111' })),
      ...Array.from({ length: 20 }, (_, index) => ({ ...one('10', 10 + index), level: '231' })),
      ...Array.from({ length: 30 }, (_, index) => ({ ...one('10', 40 + index), level: '341' })),
    ];
    expect(suppressSmallCells(computeFigure('2024', inputs)).breakdowns.LEVEL).toEqual({
      111: null,
      231: null,
      341: { total: 30, settled: 30 },
    });
  });

  it('of a cohort that is itself small leave nothing but its size', () => {
    expect(suppressSmallCells(computeFigure('2024', [one('10', 1), one('70', 2)]))).toMatchObject({
      all: { total: 2, settled: null },
      groups: { EMPLOYER: null, PENDING: null },
      breakdowns: { LEVEL: { 231: null } },
    });
  });
});
