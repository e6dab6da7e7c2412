import { z } from 'zod';

/** A request of the graduate to the school: wrong basic information (R6), a wrong 生源地 (R19, X29), or a section to be opened (X7). */
export const TicketKind = z.enum(['BASIC_INFORMATION', 'ORIGIN', 'OPENING']);
export type TicketKind = z.infer<typeof TicketKind>;
export type TicketStatus = 'OPEN' | 'RESOLVED' | 'REFUSED';

export interface TicketState {
  readonly id: string;
  readonly kind: TicketKind;
  readonly status: TicketStatus;
  /** What it is about: fields of the basic information, or the section. */
  readonly fields: readonly string[];
}
