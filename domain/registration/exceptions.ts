import { z } from 'zod';
import type { Windows } from '../calendar/windows.ts';
import { sectionKinds } from './section.ts';

/** What a change after the cutoff may be about: a section, or the basic information (X7). */
export const ExceptionScope = z.enum([...sectionKinds, 'BASIC_INFORMATION']);
export type ExceptionScope = z.infer<typeof ExceptionScope>;

export const ExceptionStatus = z.enum(['REQUESTED', 'GRANTED', 'REFUSED']);
export type ExceptionStatus = z.infer<typeof ExceptionStatus>;

/** A granted exception ends by its instant, which nothing needs to book. */
export const exceptionTransitions = {
  REQUESTED: ['GRANTED', 'REFUSED'],
  GRANTED: [],
  REFUSED: [],
} as const satisfies Record<ExceptionStatus, readonly ExceptionStatus[]>;

/** A school's request to change something after the cutoff, and the province's answer (X7). Instants in milliseconds, `until` exclusive. */
export interface CutoffException {
  readonly id: string;
  readonly scope: ExceptionScope;
  readonly status: ExceptionStatus;
  readonly from: number | null;
  readonly until: number | null;
}

interface Closing {
  readonly now: number;
  readonly windows: Pick<Windows, 'cutoffAt'>;
}
interface Excepted {
  readonly exceptions: readonly CutoffException[];
}

const granted = ({ exceptions }: Excepted, scope: ExceptionScope): { from: number; until: number }[] =>
  exceptions.flatMap(({ scope: own, from, until }) => (own === scope && from !== null && until !== null ? [{ from, until }] : []));

/** True after the cutoff, unless an exception of this scope is in force (R55, X7). */
export function isClosed(state: Excepted, scope: ExceptionScope, { now, windows }: Closing): boolean {
  return now >= windows.cutoffAt && !granted(state, scope).some(({ from, until }) => from <= now && now < until);
}

/** When the scope closes for good as far as it is known: the cutoff, or the end of its last exception. What is open then lapses. */
export function closingOf(state: Excepted, scope: ExceptionScope, { cutoffAt }: Pick<Windows, 'cutoffAt'>): number {
  return Math.max(cutoffAt, ...granted(state, scope).map(({ until }) => until));
}
