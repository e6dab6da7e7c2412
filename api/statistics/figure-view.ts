import { z } from 'zod';
import { dimensions } from '../../domain/statistics/figure.ts';
import { formulaVersions } from '../../domain/statistics/formula.ts';
import { suppressSmallCells } from '../../domain/statistics/suppress.ts';
import type { StoredFigure } from '../../infra/statistics/figure-store.ts';
import { InstantText, instantText } from '../http/moments.ts';

const count = z.int().min(0);
const Cell = z.object({ total: count, settled: count }).nullable();

export const FigureView = z
  .object({
    id: z.uuid(),
    schoolId: z.uuid(),
    cohort: z.int(),
    number: z.int(),
    formula: z.enum(formulaVersions),
    publishedAt: InstantText,
    inputsDigest: z.string(),
    figureDigest: z.string(),
    all: z.object({ total: count, settled: count.nullable() }).meta({ description: '落实率 is settled by total' }),
    groups: z
      .record(z.string(), count.nullable())
      .meta({ description: 'null: too small to be shown outside the school, or hidden with one that is' }),
    breakdowns: z.partialRecord(z.enum(dimensions), z.record(z.string(), Cell)),
  })
  .meta({ id: 'StatisticFigure' });

/** All of it for the school, without small cells for everybody else. */
export function figureView({ figure, publishedAt, ...stored }: StoredFigure, inSchool: boolean): z.input<typeof FigureView> {
  const { all, groups, breakdowns } = inSchool ? figure : suppressSmallCells(figure);
  return { ...stored, publishedAt: instantText(publishedAt), all, groups, breakdowns };
}
