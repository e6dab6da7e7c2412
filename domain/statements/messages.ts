/** Which statement: that of a number, or a preview of a graduate's (R34). Opaque ids only. */
export type StatementReference =
  | { readonly type: 'NUMBER'; readonly numberKind: 'VERIFICATION' | 'TRANSFER'; readonly id: string }
  | { readonly type: 'PREVIEW'; readonly kind: 'DOSSIER' | 'HUKOU'; readonly graduateId: string };

export const statementPrintWorkflowType = 'statementPrint';
