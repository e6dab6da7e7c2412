import { z } from 'zod';
import { StatementKind } from '../grants/grant.ts';
import { Stage } from '../lifecycle/stage.ts';
import { plainText } from '../text/plain-text.ts';
import { numberStates } from '../transfer-numbers/list-row.ts';

/** What a file is to hold: the transfer list of a kind as the query cuts it (R40, R41). */
export const ExportQuery = z.strictObject({
  kind: StatementKind,
  format: z.enum(['XLSX', 'CSV']),
  cohort: z.int().min(2000).max(2999),
  collegeId: z.uuid().nullable().default(null),
  className: plainText(1, 60).nullable().default(null),
  stage: Stage.nullable().default(null),
  state: z.enum(numberStates).nullable().default(null),
  updatedFrom: z.iso
    .datetime({ offset: true })
    .transform((text) => Date.parse(text))
    .nullable()
    .default(null),
  updatedUntil: z.iso
    .datetime({ offset: true })
    .transform((text) => Date.parse(text))
    .nullable()
    .default(null),
});
export type ExportQuery = z.output<typeof ExportQuery>;

/** GONE: its retention is over. */
export const exportStatuses = ['WAITING', 'READY', 'GONE'] as const;

/** Days for which a file of personal data is kept; whoever needs it later asks anew. */
export const exportRetentionDays = 7;
/** Printed statements are made anew when somebody asks, so they need not lie about. */
export const statementRetentionDays = 30;

export interface ExportInput {
  readonly exportId: string;
}
export const exportWorkflowType = 'listExport';
export const exportWorkflowId = (exportId: string): string => `export-${exportId}`;
