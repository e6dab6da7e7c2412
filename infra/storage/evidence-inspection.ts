import { fileTypeFromBuffer } from 'file-type';
import { EVIDENCE_TYPES, refuse, type EvidenceInspection, type EvidenceType } from './evidence-result.ts';
import { inspectImage } from './inspect-image.ts';
import { inspectPdf } from './inspect-pdf.ts';

/** Largest image as uploaded: 5 MiB. */
export const IMAGE_LIMIT_BYTES = 5 * 1024 * 1024;
/** Largest PDF: 10 MiB, which is also the limit of a destination's evidence in all (X28; the sum is the caller's). */
export const PDF_LIMIT_BYTES = 10 * 1024 * 1024;

const isEvidenceType = (type: string): type is EvidenceType => (EVIDENCE_TYPES as readonly string[]).includes(type);

/** Whether an upload is what it says it is, and safe to show to a reviewer. Never throws for bad input. */
export const inspectEvidence = async (bytes: Uint8Array, declaredType: string): Promise<EvidenceInspection> => {
  if (!isEvidenceType(declaredType)) return refuse('FILE_TYPE_MISMATCH', 'type not allowed');
  const limit = declaredType === 'application/pdf' ? PDF_LIMIT_BYTES : IMAGE_LIMIT_BYTES;
  if (bytes.length > limit) return refuse('FILE_TOO_LARGE', `more than ${limit} bytes`);
  if ((await detectType(bytes)) !== declaredType) return refuse('FILE_TYPE_MISMATCH', 'content is of another type');
  return declaredType === 'application/pdf' ? inspectPdf(bytes) : inspectImage(bytes, declaredType);
};

const detectType = async (bytes: Uint8Array): Promise<string | undefined> => {
  try {
    return (await fileTypeFromBuffer(bytes))?.mime;
  } catch {
    // A truncated container makes the detector throw; that is not the declared type either.
    return undefined;
  }
};
