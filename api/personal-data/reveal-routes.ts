import { z } from 'zod';
import { RefusalError } from '../../domain/errors/refusal-error.ts';
import type { Role } from '../../domain/access/role.ts';
import { auditAccess } from '../../infra/identity/audit-access.ts';
import { identityNumberContext } from '../../infra/identity/identity-index.ts';
import type { ApiDependencies } from '../dependencies.ts';
import { json } from '../http/answer.ts';
import { graduateParams, namedGraduate } from '../http/command-route.ts';
import { graduateRoute } from '../http/route.ts';

const Revealable = z.object({ idNumber: z.string(), phone: z.string().nullable(), email: z.string().nullable() });
type Field = keyof typeof Revealable.shape;
interface Onlooker {
  readonly deps: ApiDependencies;
  readonly graduateId: string;
  readonly accountId: string;
  readonly role: Role;
}

const select = { id: true, schoolId: true, auditKeySealed: true, idNumberSealed: true, phone: true, email: true } as const;

/** What views mask, in full. Who has looked at what is written before it leaves the house. Throws NOT_FOUND, and TOO_MANY_REVEALS before anything is read. */
async function reveal(
  { deps: { prisma, pool, cipher, rateLimits }, graduateId, accountId, role }: Onlooker,
  fields: readonly Field[],
): Promise<z.infer<typeof Revealable>> {
  await rateLimits.take('revealByAccount', accountId);
  const graduate = await prisma.graduate.findUnique({ where: { id: graduateId }, select });
  if (!graduate) throw new RefusalError('NOT_FOUND');
  await auditAccess(pool, cipher, { action: 'PERSONAL_DATA_REVEALED', actor: { id: accountId, role }, graduate, fields });
  return {
    idNumber: cipher.open(graduate.idNumberSealed, identityNumberContext(graduateId)),
    phone: graduate.phone,
    email: graduate.email,
  };
}

const common = { method: 'post', part: 'graduate', params: graduateParams, graduateOf: namedGraduate, body: z.strictObject({}) } as const;

/** F7: how to reach the graduate, which the record shows masked. Audited, and the graduate sees that somebody has looked. */
export const revealContact = graduateRoute({
  ...common,
  path: '/api/graduates/:id/reveals/contact',
  right: { resource: 'personalData', action: 'revealContact' },
  summary: 'Telephone and mail of a graduate in full',
  reply: Revealable.omit({ idNumber: true }),
  handle: async ({ deps, graduateId, session: { accountId }, role }) => {
    const { phone, email } = await reveal({ deps, graduateId, accountId, role }, ['phone', 'email']);
    return json({ phone, email });
  },
});

/** F7: the number of the identity document, for those who review and correct. */
export const revealDocument = graduateRoute({
  ...common,
  path: '/api/graduates/:id/reveals/document',
  right: { resource: 'personalData', action: 'revealDocument' },
  summary: 'Number of a graduate’s identity document in full',
  reply: Revealable.pick({ idNumber: true }),
  handle: async ({ deps, graduateId, session: { accountId }, role }) => {
    const { idNumber } = await reveal({ deps, graduateId, accountId, role }, ['idNumber']);
    return json({ idNumber });
  },
});
