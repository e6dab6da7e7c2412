import { z } from 'zod';
import { RefusalError } from '../../domain/errors/refusal-error.ts';
import { auditReading } from '../../infra/evidence/audit-reading.ts';
import { isUsed } from '../../infra/evidence/is-used.ts';
import type { ApiDependencies } from '../dependencies.ts';
import { file, nothing } from '../http/answer.ts';
import { graduateRoute } from '../http/route.ts';

const byId = z.strictObject({ id: z.uuid() });
const extensions: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'application/pdf': 'pdf',
};

const graduateOf = async ({ deps, params }: { deps: ApiDependencies; params: { id: string } }): Promise<string | undefined> =>
  (await deps.prisma.evidence.findUnique({ where: { id: params.id }, select: { graduateId: true } }))?.graduateId;

/** The file as it was kept, for its owner and the reviewers of the jurisdiction, whose look the owner sees. */
export const readEvidence = graduateRoute({
  method: 'get',
  path: '/api/evidence/:id',
  right: { resource: 'evidence', action: 'read' },
  part: 'registration',
  produces: 'application/octet-stream',
  summary: 'Download a file of evidence',
  params: byId,
  graduateOf,
  handle: async ({ deps, params: { id }, graduateId, session: { accountId }, role }) => {
    const found = await deps.prisma.evidence.findUnique({
      where: { id },
      select: { section: true, storageKey: true, mediaType: true, goneAt: true },
    });
    if (found?.goneAt) throw new RefusalError('EVIDENCE_GONE');
    const bytes = found && (await deps.files.get(found.storageKey));
    if (!found || !bytes) throw new RefusalError('NOT_FOUND');
    if (role !== 'GRADUATE')
      await auditReading(deps.pool, deps.cipher, {
        action: 'EVIDENCE_READ',
        actor: { id: accountId, role },
        graduateId,
        fields: [found.section, id],
      });
    return file(bytes, found.mediaType, `evidence.${extensions[found.mediaType] ?? 'bin'}`);
  },
});

/** A file that nothing refers to may go; what has been submitted stays with its submission. */
export const removeEvidence = graduateRoute({
  method: 'delete',
  path: '/api/evidence/:id',
  right: { resource: 'evidence', action: 'remove' },
  part: 'registration',
  status: 204,
  summary: 'Remove a file that is not used',
  params: byId,
  graduateOf,
  handle: async ({ deps, params, session }) => {
    const {
      rows: [removed],
    } = await deps.pool.query<{ storageKey: string }>(
      `DELETE FROM "evidence" e WHERE e."id" = $1 AND e."uploadedBy" = $2 AND e."goneAt" IS NULL AND NOT ${isUsed} RETURNING e."storageKey"`,
      [params.id, session.accountId],
    );
    if (!removed) throw new RefusalError('EVIDENCE_IN_USE');
    await deps.files.delete(removed.storageKey);
    return nothing();
  },
});
