import { RefusalError } from '../../domain/errors/refusal-error.ts';
import { auditAccess } from '../../infra/identity/audit-access.ts';
import { ownView } from '../graduate/own-view.ts';
import { readDetailed } from '../graduate/read-graduate.ts';
import { file } from '../http/answer.ts';
import { graduateParams, namedGraduate } from '../http/command-route.ts';
import { graduateRoute } from '../http/route.ts';
import { readKept } from './read-kept.ts';

/** F7: everything that is kept about a graduate and that section 14 of the rules lets the graduate see. No transfer number (R36); the document number stays masked, as everywhere. Audited. */
export const takeCopy = graduateRoute({
  method: 'get',
  path: '/api/graduates/:id/copy',
  right: { resource: 'copy', action: 'take' },
  part: 'audit',
  produces: 'application/json',
  summary: 'A copy of your data',
  description:
    'One JSON file: the record as you see it, every submission, messages, verifications, where the file is, consents and what was done.',
  params: graduateParams,
  graduateOf: namedGraduate,
  handle: async ({ deps, graduateId, session }) => {
    const [standing, kept, graduate] = await Promise.all([
      readDetailed(deps, graduateId),
      readKept(deps.pool, graduateId, session.accountId),
      deps.prisma.graduate.findUnique({ where: { id: graduateId }, select: { id: true, schoolId: true, auditKeySealed: true } }),
    ]);
    if (!graduate) throw new RefusalError('NOT_FOUND');
    const view = ownView(deps, standing, session);
    const { phone, email } = standing.state.basic;
    await auditAccess(deps.pool, deps.cipher, {
      action: 'COPY_TAKEN',
      actor: { id: session.accountId, role: 'GRADUATE' },
      graduate,
      fields: [],
    });
    return file(
      Buffer.from(JSON.stringify({ record: { ...view, basic: { ...view.basic, phone, email } }, ...kept }, null, 2)),
      'application/json',
      'my-registration.json',
    );
  },
});
