/** The entry of the workflow bundle: what is exported here can be started. */
export { cohortCalendar } from './calendar/cohort-calendar.ts';
export { dispatchPrint } from './dispatch/dispatch-print.ts';
export { dossierDispatch } from './dispatch/dossier-dispatch.ts';
export { fileRetention, listExport } from './exports/list-export.ts';
export { graduateLifecycle } from './lifecycle/graduate-lifecycle.ts';
export { statusListPublication } from './offline/status-list-publication.ts';
export { printBatch } from './print-batches/print-batch.ts';
export { rosterImport } from './roster/roster-import.ts';
export { rosterStep } from './roster/roster-step.ts';
export { statementPrint } from './statements/statement-print.ts';
export { transferNumberBatch } from './transfer-numbers/transfer-number-batch.ts';
export { auditSealing, batchSweep, commandSweep, lookupDigest, notificationDelivery, reconciliation } from './upkeep/upkeep.ts';
