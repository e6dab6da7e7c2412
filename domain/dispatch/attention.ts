import { isUnderway, type DispatchStatus } from './dispatch-status.ts';

/** Why somebody of the school must look, and what may be done next (X30). */
export interface DispatchAttention {
  readonly reason: 'NUMBER_DEAD' | 'LOST_CASE' | 'OVERDUE' | 'TO_CONFIRM' | 'SEND_AGAIN';
  readonly next: readonly ('REISSUE' | 'REDIRECT' | 'TRACE' | 'CONFIRM' | 'PREPARE_AGAIN' | 'CANCEL')[];
}

interface Looked {
  readonly status: DispatchStatus;
  readonly numberLive: boolean;
  readonly reminded: boolean;
  readonly lostCase: boolean;
  /** True for the newest of its graduate. */
  readonly newest: boolean;
}

/** The weightiest reason; undefined when nothing is to be done. A number that died does not matter once the file has arrived. */
export function attentionOf({ status, numberLive, reminded, lostCase, newest }: Looked): DispatchAttention | undefined {
  if (status === 'PREPARED') return numberLive ? undefined : { reason: 'NUMBER_DEAD', next: ['REISSUE', 'CANCEL'] };
  if (isUnderway(status) && !numberLive) return { reason: 'NUMBER_DEAD', next: ['REISSUE', 'REDIRECT'] };
  if (status === 'REPORTED') return { reason: 'TO_CONFIRM', next: ['CONFIRM', 'TRACE'] };
  if (status === 'SENT' && lostCase) return { reason: 'LOST_CASE', next: ['TRACE', 'PREPARE_AGAIN'] };
  if (status === 'SENT' && reminded) return { reason: 'OVERDUE', next: ['TRACE'] };
  const isAstray = status === 'REFUSED' || status === 'RETURNED' || status === 'REDIRECTED' || status === 'LOST';
  return isAstray && newest ? { reason: 'SEND_AGAIN', next: ['PREPARE_AGAIN'] } : undefined;
}
