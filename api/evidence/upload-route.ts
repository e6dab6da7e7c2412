import { z } from 'zod';
import type { Refusal } from '../../domain/decision/decision.ts';
import { RefusalError } from '../../domain/errors/refusal-error.ts';
import { refuseOriginRequest } from '../../domain/graduate/decide-basic-information.ts';
import type { Role } from '../../domain/access/role.ts';
import { refuseEntry } from '../../domain/registration/decide-entry.ts';
import { refuseSubmission } from '../../domain/registration/guards.ts';
import { inspectEvidence, PDF_LIMIT_BYTES } from '../../infra/storage/evidence-inspection.ts';
import { readStanding, type Standing } from '../graduate/read-graduate.ts';
import { json } from '../http/answer.ts';
import { graduateParams, namedGraduate } from '../http/command-route.ts';
import { instantText } from '../http/moments.ts';
import { graduateRoute } from '../http/route.ts';
import { EvidenceView } from '../registration/section-view.ts';
import { readUpload } from './read-upload.ts';
import { storeEvidence } from './store-evidence.ts';

const EvidenceSection = z.enum(['DESTINATION', 'DOSSIER', 'HUKOU', 'ORIGIN']);
type EvidenceSection = z.infer<typeof EvidenceSection>;

/** One image or PDF (X28), looked into before it is kept; images are encoded anew without metadata. */
export const uploadEvidence = graduateRoute({
  method: 'post',
  path: '/api/graduates/:id/evidence/:section',
  right: { resource: 'evidence', action: 'upload' },
  part: 'registration',
  status: 201,
  summary: 'Upload one file of evidence',
  consumes: 'multipart/form-data',
  params: graduateParams.extend({ section: EvidenceSection }),
  reply: EvidenceView,
  graduateOf: namedGraduate,
  handle: async ({ deps, request, params: { section }, graduateId, session, role }) => {
    await deps.rateLimits.take('uploadByAccount', session.accountId);
    const locked = refuseUpload(await readStanding(deps, graduateId), section, role);
    if (locked) throw new RefusalError(locked.code, locked.clause === undefined ? {} : { clause: locked.clause });
    const upload = await readUpload(request, PDF_LIMIT_BYTES);
    const inspected = await inspectEvidence(upload.bytes, upload.mediaType);
    if (inspected.outcome === 'REFUSED') throw new RefusalError(inspected.code, { fields: [{ field: 'file', code: inspected.code }] });
    const { type: mediaType, bytes } = inspected;
    if (section !== 'DESTINATION' && !mediaType.startsWith('image/')) {
      throw new RefusalError('EVIDENCE_MUST_BE_IMAGE', { clause: 'R17', fields: [{ field: 'file', code: 'EVIDENCE_MUST_BE_IMAGE' }] });
    }
    const { id, uploadedAt } = await storeEvidence(deps, { graduateId, section, mediaType, bytes, uploadedBy: session.accountId });
    return json(
      { id, section, mediaType, sizeBytes: bytes.length, uploadedAt: instantText(uploadedAt), goneAt: null },
      { status: 201, location: `/api/evidence/${id}` },
    );
  },
});

/** Evidence is taken while it could be submitted: no more is collected than is needed (F7). */
function refuseUpload({ state, guard }: Standing, section: EvidenceSection, role: Role): Refusal | undefined {
  if (section !== 'ORIGIN' && role !== 'GRADUATE') return refuseEntry(state, section, guard);
  return section === 'ORIGIN' ? refuseOriginRequest(state, guard) : refuseSubmission(state, section, guard);
}
