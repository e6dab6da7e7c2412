import type { components } from '../../generated/openapi.ts';

export type StatisticFigure = components['schemas']['StatisticFigure'];

/** A share as people read it; nothing of nobody. */
export const rateOf = (settled: number | null, total: number): string =>
  settled === null || total === 0 ? '—' : `${((100 * settled) / total).toFixed(2)}%`;
