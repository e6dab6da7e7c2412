/** What evidence may be (R17, X28); the caller says which of them a section takes. */
export const EVIDENCE_TYPES = ['image/jpeg', 'image/png', 'image/webp', 'application/pdf'] as const;
export type EvidenceType = (typeof EVIDENCE_TYPES)[number];

/** Stable codes of a refused upload. */
export type EvidenceRefusal =
  'FILE_TYPE_MISMATCH' | 'FILE_TOO_LARGE' | 'IMAGE_UNREADABLE' | 'IMAGE_TOO_LARGE_DIMENSIONS' | 'PDF_UNREADABLE';

/** An accepted image is a new encoding without metadata; an accepted PDF is the upload itself. Only `bytes` may be kept. */
export type EvidenceInspection =
  | { readonly outcome: 'ACCEPTED'; readonly type: EvidenceType; readonly bytes: Uint8Array }
  | { readonly outcome: 'REFUSED'; readonly code: EvidenceRefusal; readonly detail: string };

/** The refusal with its code; `detail` is a fixed word for the log, never content. */
export const refuse = (code: EvidenceRefusal, detail: string): EvidenceInspection => ({ outcome: 'REFUSED', code, detail });
