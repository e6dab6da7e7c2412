import { z } from 'zod';

/**
 * Where a graduate's file is. REPORTED: whoever opened it says so, the school has not confirmed it yet (R63). KEPT_AT_SCHOOL: nothing was
 * sent (F1, two years); RELEASED: it was kept and then went out under a serial of its own.
 */
export const DispatchStatus = z.enum([
  'PREPARED',
  'SENT',
  'REPORTED',
  'RECEIVED',
  'REFUSED',
  'RETURNED',
  'REDIRECTED',
  'LOST',
  'CANCELLED',
  'KEPT_AT_SCHOOL',
  'RELEASED',
]);
export type DispatchStatus = z.infer<typeof DispatchStatus>;

/** Every way a dispatch may go; the database guard and the diagrams are made from this table. */
export const dispatchTransitions = {
  PREPARED: ['SENT', 'CANCELLED'],
  // RECEIVED without REPORTED: the receipt came back on paper.
  SENT: ['REPORTED', 'RECEIVED', 'REFUSED', 'RETURNED', 'REDIRECTED', 'LOST'],
  REPORTED: ['RECEIVED', 'REFUSED', 'RETURNED', 'REDIRECTED', 'LOST'],
  RECEIVED: [],
  REFUSED: [],
  RETURNED: [],
  REDIRECTED: [],
  LOST: [],
  CANCELLED: [],
  KEPT_AT_SCHOOL: ['RELEASED'],
  RELEASED: [],
} as const satisfies Record<DispatchStatus, readonly DispatchStatus[]>;

/** While one of a graduate stands here, no other is prepared; the database holds the same by an index. Being kept ends with the next. */
export const holdingStatuses: readonly DispatchStatus[] = ['PREPARED', 'SENT', 'REPORTED', 'RECEIVED', 'KEPT_AT_SCHOOL'];

/** On its way: somebody is waiting for a receipt. */
export const isUnderway = (status: DispatchStatus): boolean => status === 'SENT' || status === 'REPORTED';

export const mayBecome = (from: DispatchStatus, to: DispatchStatus): boolean =>
  (dispatchTransitions[from] as readonly DispatchStatus[]).includes(to);
