/** A request of the graduate to the school: wrong basic information (R6) or a wrong 生源地 (R19, X29). */
export type TicketKind = 'BASIC_INFORMATION' | 'ORIGIN'
export type TicketStatus = 'OPEN' | 'RESOLVED' | 'REFUSED'

export interface TicketState {
  readonly id: string
  readonly kind: TicketKind
  readonly status: TicketStatus
}
