import { z } from 'zod';
import { TicketKind } from '../../domain/graduate/ticket.ts';
import { InstantText, instantText } from '../http/moments.ts';
import type { TicketDetail } from './graduate-details.ts';

/** A request of the graduate to the school; of kind OPENING (X7) its one field is the section. */
export const TicketView = z
  .object({
    id: z.uuid(),
    kind: TicketKind,
    status: z.enum(['OPEN', 'RESOLVED', 'REFUSED']),
    fields: z.array(z.string()),
    note: z.string(),
    proposed: z.record(z.string(), z.unknown()).nullable(),
    evidenceIds: z.array(z.uuid()),
    answer: z.string().nullable(),
    openedAt: InstantText,
    resolvedAt: InstantText.nullable(),
  })
  .meta({ id: 'Ticket' });

export const ticketView = ({ openedAt, resolvedAt, fields, evidenceIds, ...ticket }: TicketDetail): z.infer<typeof TicketView> => ({
  ...ticket,
  fields: [...fields],
  evidenceIds: [...evidenceIds],
  openedAt: instantText(openedAt),
  resolvedAt: resolvedAt === null ? null : instantText(resolvedAt),
});
