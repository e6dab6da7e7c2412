import { z } from 'zod';
import { commandPayloads } from '../../domain/commands/command.ts';
import { sitsAtDesk } from '../../domain/registration/desk.ts';
import { isInReview, type SubmissionStatus } from '../../domain/registration/section.ts';
import { BulkReply, bulkLimit, submitMany } from '../commands/submit-many.ts';
import { findManyEntitled } from '../http/jurisdiction.ts';
import { invalidRequest } from '../http/refusals.ts';
import { route } from '../http/route.ts';

const findPlaces = 'SELECT "id", "graduateId", "status" FROM "section_version" WHERE "id" = ANY ($1)';

/** R14: many decisions in one request, each its own command with its own outcome. */
export const decideReviews = route({
  method: 'post',
  path: '/api/reviews/decisions',
  right: { resource: 'review', action: 'decide' },
  part: 'registration',
  command: true,
  summary: 'Decide on many submissions',
  description: 'What was skipped says why, and leaves the rest alone. The same key decides nothing twice.',
  body: z.strictObject({ items: z.array(commandPayloads.DECIDE_REVIEW).min(1).max(bulkLimit) }),
  reply: BulkReply,
  handle: async (context) => {
    const {
      deps,
      body: { items },
    } = context;
    const ids = items.map(({ versionId }) => versionId);
    if (new Set(ids).size !== ids.length) throw invalidRequest({ field: 'items', code: 'VALUE_WRONG' });
    const { rows } = await deps.pool.query<{ id: string; graduateId: string; status: SubmissionStatus }>({
      name: 'version-places',
      text: findPlaces,
      values: [ids],
    });
    const places = new Map(rows.map((row) => [row.id, row]));
    const rolesOf = await findManyEntitled(
      deps.pool,
      context,
      rows.map(({ graduateId }) => graduateId),
    );
    return submitMany(
      context,
      'DECIDE_REVIEW',
      items.map((payload) => {
        const place = places.get(payload.versionId);
        const roles = (place && rolesOf.get(place.graduateId)) ?? [];
        // Who sits at both desks acts at the one where the submission lies.
        const role =
          place && isInReview(place.status) ? (roles.find((candidate) => sitsAtDesk(candidate, place.status)) ?? roles[0]) : roles[0];
        return { target: payload.versionId, graduateId: place?.graduateId, role, payload: async () => payload };
      }),
    );
  },
});
