import type { components } from '../../generated/openapi.ts';

/** A request of a graduate as it stands in the list. */
export type Ticket = components['schemas']['TicketRow'];
