import { upkeep } from '../policies.ts';

/** Started by a schedule each 10 s: what was accepted reaches its workflow, whatever died in between. */
export async function commandSweep(): Promise<void> {
  await upkeep.resendCommands();
  await upkeep.deliverOutbox();
}

/** Started by a schedule each 10 s: a batch, an export or a step of a roster that was stored while Temporal was away starts by itself. */
export async function batchSweep(): Promise<void> {
  await upkeep.startStoredBatches();
}

/** Started by a schedule each 10 s: mails what is due. */
export async function notificationDelivery(): Promise<void> {
  await upkeep.deliverNotifications();
}

/** Started by a schedule each minute: seals the committed audit rows. */
export async function auditSealing(): Promise<void> {
  await upkeep.sealAudit();
}

/** Started by a schedule each evening: one message for each graduate who wants verifications told daily. */
export async function lookupDigest(): Promise<void> {
  await upkeep.tellLookups();
}

/** Started by a schedule each night, and by hand after a restore of either database. */
export async function reconciliation(): Promise<void> {
  await upkeep.forgetSessions();
  await upkeep.reconcile();
}
