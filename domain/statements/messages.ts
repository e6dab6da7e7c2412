import type { StatementRendering } from './rendering.ts';

interface Rendered {
  /** Chinese unless given, as in every history before there were others. */
  readonly rendering?: StatementRendering;
}

/** Which statement: that of a number, or a preview of a graduate's (R34). Opaque ids only. */
export type StatementReference = Rendered &
  (
    | { readonly type: 'NUMBER'; readonly numberKind: 'VERIFICATION' | 'TRANSFER'; readonly id: string }
    | { readonly type: 'PREVIEW'; readonly kind: 'DOSSIER' | 'HUKOU'; readonly graduateId: string }
  );

export const statementPrintWorkflowType = 'statementPrint';
