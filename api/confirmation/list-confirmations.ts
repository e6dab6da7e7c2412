import { z } from 'zod';
import { ConfirmationStatus } from '../../domain/confirmation/status.ts';
import { staffReminderKey } from '../../domain/lifecycle/staff-reminder.ts';
import type { ConfirmationDetail } from '../graduate/graduate-details.ts';
import { json } from '../http/answer.ts';
import { InstantText, instantText } from '../http/moments.ts';
import { limitOf, pageOf, pageQuery, readCursor, toPage } from '../http/pagination.ts';
import { InstantQuery } from '../http/query-values.ts';
import { route } from '../http/route.ts';
import { confirmationFilters, confirmationQuery, confirmationTables, DataSource, dataSource } from './confirmation-filters.ts';
import { ConfirmationEntry, confirmationEntry } from './confirmation-view.ts';

const Item = z
  .object({
    graduateId: z.uuid(),
    name: z.string(),
    studentNo: z.string(),
    cohort: z.int(),
    college: z.string().nullable(),
    major: z.string(),
    className: z.string().nullable(),
    source: DataSource,
    status: ConfirmationStatus,
    changedAt: InstantText.nullable(),
    remindedAt: InstantText.nullable().meta({ description: 'Last reminder by staff: at most one a day' }),
    history: z.array(ConfirmationEntry).meta({ description: 'Newest first; a dispute with its words' }),
  })
  .meta({ id: 'ConfirmationItem' });

interface Row extends Omit<z.infer<typeof Item>, 'history' | 'changedAt' | 'remindedAt'> {
  history: ConfirmationDetail[];
  changedAt: number | null;
  remindedAt: number | null;
}

const moment = (at: number | null): string | null => (at === null ? null : instantText(at));

const Position = z.tuple([z.uuid()]);

const history = `coalesce((SELECT jsonb_agg(to_jsonb(r)) FROM (
    SELECT "status", "cause", (extract(epoch FROM "at") * 1000)::bigint AS "at", "disputeText", "disputeFields"
    FROM "confirmation_record" WHERE "graduateId" = g."id" ORDER BY "at" DESC, "id" DESC) r), '[]')`;

/** 登记确认记录 (R22): status, history and the details of each dispute. */
export const listConfirmations = route({
  method: 'get',
  path: '/api/confirmations',
  right: { resource: 'confirmation', action: 'list' },
  part: 'confirmation',
  summary: 'Confirmations with their history',
  query: z.strictObject({
    ...pageQuery,
    ...confirmationQuery,
    disputedField: z.string().max(60).optional().meta({ description: 'Disputed now, and this field is among those named' }),
    changedFrom: InstantQuery.optional(),
    changedUntil: InstantQuery.optional(),
  }),
  reply: pageOf(Item),
  handle: async ({ deps, query, session, entitlements }) => {
    const filters = confirmationFilters(query, entitlements, session.accountId);
    filters.add(
      `g."confirmationStatus" = 'DISPUTED' AND ? = ANY ((SELECT r."disputeFields" FROM "confirmation_record" r WHERE r."graduateId" = g."id" ORDER BY r."at" DESC, r."id" DESC LIMIT 1)::text[])`,
      query.disputedField,
    );
    filters.add('g."confirmationChangedAt" >= ?', query.changedFrom === undefined ? undefined : new Date(query.changedFrom));
    filters.add('g."confirmationChangedAt" < ?', query.changedUntil === undefined ? undefined : new Date(query.changedUntil));
    filters.add('g."id" > ?', readCursor(Position, query.cursor)?.[0]);
    const limit = limitOf(query);
    const { rows } = await deps.pool.query<Row>(
      `
      SELECT g."id" AS "graduateId", g."name", g."studentNo", g."cohort", c."name" AS "college", g."major", g."className", ${dataSource} AS "source", g."confirmationStatus" AS "status", g."confirmationChangedAt" AS "changedAt",
        (g."remindersDone" ->> '${staffReminderKey}')::bigint AS "remindedAt", ${history} AS "history"
      FROM ${confirmationTables} WHERE ${filters.condition} ORDER BY g."id" LIMIT ${limit + 1}`,
      filters.values,
    );
    return json(
      toPage(
        rows,
        limit,
        (row) => ({
          ...row,
          changedAt: moment(row.changedAt),
          remindedAt: moment(row.remindedAt),
          history: row.history.map(confirmationEntry),
        }),
        ({ graduateId }) => [graduateId],
      ),
    );
  },
});
