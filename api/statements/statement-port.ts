import type { StatementKind } from '../../domain/grants/grant.ts';

/** Where statements come from: PDF bytes, rendered or found by their content key. Throws RefusalError GLYPH_MISSING. */
export interface StatementPort {
  forGrant(grantId: string): Promise<Uint8Array>;
  forTransferNumber(transferNumberId: string): Promise<Uint8Array>;
  /** Without number and QR code (R34). */
  preview(graduateId: string, kind: StatementKind): Promise<Uint8Array>;
}
