import type { StatementKind } from '../../domain/grants/grant.ts';
import type { StatementRendering } from '../../domain/statements/rendering.ts';

/** Where statements come from: PDF bytes, rendered or found by their content key. Throws RefusalError GLYPH_MISSING with the characters. */
export interface StatementPort {
  forGrant(grantId: string, rendering: StatementRendering): Promise<Uint8Array>;
  forTransferNumber(transferNumberId: string, rendering: StatementRendering): Promise<Uint8Array>;
  /** Without number and QR code (R34). */
  preview(graduateId: string, kind: StatementKind, rendering: StatementRendering): Promise<Uint8Array>;
}
