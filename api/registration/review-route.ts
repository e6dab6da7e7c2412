import { z } from 'zod';
import { commandPayloads } from '../../domain/commands/command.ts';
import { sitsAtDesk } from '../../domain/registration/desk.ts';
import type { SubmissionStatus } from '../../domain/registration/section.ts';
import { commandRoute } from '../http/command-route.ts';
import type { ApiDependencies } from '../dependencies.ts';

const [Approval, Return] = commandPayloads.DECIDE_REVIEW.options;
/** The command's own shape; the submission stands in the address. */
const Decision = z.discriminatedUnion('decision', [Approval.omit({ versionId: true }), Return.omit({ versionId: true })]);

const params = z.strictObject({ versionId: z.uuid() });

/** R14: approve, or return with reason, words and fields. Who sits at both desks acts at the one where the submission lies. */
export const decideReview = commandRoute({
  method: 'post',
  path: '/api/reviews/:versionId/decision',
  right: { resource: 'review', action: 'decide' },
  part: 'registration',
  type: 'DECIDE_REVIEW',
  summary: 'Decide on a submission',
  params,
  body: Decision,
  graduateOf: async ({ deps, params: { versionId } }) => (await findVersion(deps, versionId))?.graduateId,
  roleOf: async ({ deps, params: { versionId }, roles }) => {
    if (roles.length === 1) return roles[0];
    const version = await findVersion(deps, versionId);
    return version && roles.find((role) => sitsAtDesk(role, version.status));
  },
  payload: async ({ params: { versionId }, body }) => ({ ...body, versionId }),
});

async function findVersion(
  { pool }: ApiDependencies,
  versionId: string,
): Promise<{ graduateId: string; status: SubmissionStatus } | undefined> {
  const { rows } = await pool.query<{ graduateId: string; status: SubmissionStatus }>({
    name: 'version-place',
    text: 'SELECT "graduateId", "status" FROM "section_version" WHERE "id" = $1',
    values: [versionId],
  });
  return rows[0];
}
