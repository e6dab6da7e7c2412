import type { ErrorCode } from './error-code.ts';

export interface RefusalDetail {
  readonly clause?: string;
  readonly fields?: readonly { readonly field: string; readonly code: string }[];
  /** Characters that cannot be printed. */
  readonly characters?: readonly string[];
  readonly allowedActions?: unknown;
  /** Work to be done before the same question is asked again. */
  readonly challenge?: { readonly text: string; readonly bits: number };
  /** The record as it stands now, for whoever acted on an older one. */
  readonly current?: unknown;
}

/** A refusal on its way out of a use case; it carries a code and never data, but for characters that cannot be printed. */
export class RefusalError extends Error {
  readonly code: ErrorCode;
  readonly detail: RefusalDetail;

  constructor(code: ErrorCode, detail: RefusalDetail = {}) {
    super(code);
    this.name = 'RefusalError';
    this.code = code;
    this.detail = detail;
  }
}
