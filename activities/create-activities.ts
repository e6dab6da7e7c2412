import { heartbeat } from '@temporalio/activity';
import type { RecordActivities, UpkeepActivities } from '../workflows/ports.ts';
import type { RosterActivities } from '../workflows/roster/ports.ts';
import type { ExportActivities } from '../workflows/exports/ports.ts';
import type { CalendarActivities } from '../workflows/calendar/ports.ts';
import type { DispatchActivities } from '../workflows/dispatch/ports.ts';
import type { OfflineActivities } from '../workflows/offline/ports.ts';
import type { PrintBatchActivities } from '../workflows/print-batches/ports.ts';
import type { StatementActivities } from '../workflows/statements/ports.ts';
import type { TransferNumberActivities } from '../workflows/transfer-numbers/ports.ts';
import { forgetPhotographs } from '../infra/dispatch/forget-photographs.ts';
import { deleteExpiredSessions } from '../infra/identity/sessions.ts';
import { forgetEvidence } from '../infra/evidence/forget-evidence.ts';
import { forgetFiles } from '../infra/retention/forget-files.ts';
import { cancelPrintBatch } from '../infra/print-batches/batch-store.ts';
import { readClock } from '../infra/record/clock.ts';
import type { ActivityDependencies } from './dependencies.ts';
import { performDue } from './calendar/perform-due.ts';
import { followDispatch } from './dispatch/follow-dispatch.ts';
import { printDispatchPaper } from './dispatch/print-dispatch-paper.ts';
import { startFollowing } from './dispatch/start-following.ts';
import { writeExport } from './exports/write-export.ts';
import { publishStatusLists } from './offline/publish-status-lists.ts';
import { bindBatch } from './print-batches/bind-batch.ts';
import { printPapers } from './print-batches/print-papers.ts';
import { advance, readStanding } from './record/advance.ts';
import { applyCommand } from './record/apply-command.ts';
import { createRosterActivities } from './roster/roster-activities.ts';
import { printStatement } from './statements/print-statement.ts';
import { cancelTransferNumbers, issueTransferNumbers } from './transfer-numbers/issue-transfer-numbers.ts';
import { deliverNotifications } from './upkeep/deliver-notifications.ts';
import { deliverOutbox } from './upkeep/deliver-outbox.ts';
import { reconcile } from './upkeep/reconcile.ts';
import { resendCommands } from './upkeep/resend-commands.ts';
import { sealAudit } from './upkeep/seal-audit.ts';
import { startStoredBatches } from './upkeep/start-stored-batches.ts';
import { tellLookups } from './upkeep/tell-lookups.ts';

type Ports = RecordActivities &
  UpkeepActivities &
  StatementActivities &
  RosterActivities &
  CalendarActivities &
  OfflineActivities &
  TransferNumberActivities &
  ExportActivities &
  DispatchActivities &
  PrintBatchActivities;

/** Implements the ports of the workflows with the dependencies of the composition root. */
export function createActivities(dependencies: ActivityDependencies): Ports {
  return {
    ...createRosterActivities(dependencies),
    applyCommand: (commandId) => applyCommand(dependencies, commandId),
    advance: (graduateId, asOf) => advance(dependencies, graduateId, asOf),
    readStanding: async (graduateId) => readStanding(dependencies, graduateId, await readClock(dependencies.pool)),
    resendCommands: () => resendCommands(dependencies),
    deliverOutbox: async () => (await deliverOutbox(dependencies)) + (await startFollowing(dependencies)),
    startStoredBatches: () => startStoredBatches(dependencies),
    deliverNotifications: () => deliverNotifications(dependencies),
    sealAudit: () => sealAudit(dependencies, heartbeat),
    tellLookups: () => tellLookups(dependencies),
    forgetSessions: () => deleteExpiredSessions(dependencies.pool),
    reconcile: () => reconcile(dependencies),
    performDue: (cohort, asOf) => performDue(dependencies, cohort, asOf, heartbeat),
    followDispatch: (dispatch, asOf) => followDispatch(dependencies, dispatch, asOf),
    printDispatchPaper: (paper) => printDispatchPaper(dependencies, paper),
    publishStatusLists: () => publishStatusLists(dependencies),
    writeExport: (exportId) => writeExport(dependencies, exportId, heartbeat),
    forgetFiles: async () =>
      (await forgetFiles(dependencies, heartbeat)) +
      (await forgetEvidence(dependencies, heartbeat)) +
      (await forgetPhotographs(dependencies, heartbeat)),
    issueTransferNumbers: (batchId) => issueTransferNumbers(dependencies, batchId, heartbeat),
    cancelTransferNumbers: (batchId) => cancelTransferNumbers(dependencies, batchId),
    printPapers: (batchId) => printPapers(dependencies, batchId, heartbeat),
    bindBatch: (batchId) => bindBatch(dependencies, batchId, heartbeat),
    cancelPrintBatch: (batchId) => cancelPrintBatch(dependencies.pool, batchId),
    printStatement: (statement) => printStatement(dependencies.printing, statement),
  };
}
