/** The entry of the workflow bundle: what is exported here can be started. */
export { graduateLifecycle } from './lifecycle/graduate-lifecycle.ts';
export { rosterImport } from './roster/roster-import.ts';
export { statementPrint } from './statements/statement-print.ts';
export { auditSealing, commandSweep, lookupDigest, notificationDelivery, reconciliation } from './upkeep/upkeep.ts';
