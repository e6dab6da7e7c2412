import { defineQuery, defineSignal, defineUpdate } from '@temporalio/workflow';
import {
  commandUpdateName,
  decideSignalName,
  recordChangedSignalName,
  standingQueryName,
  type StandingReport,
} from '../../domain/lifecycle/messages.ts';

/** What somebody waits for: a stored command's id in, its outcome code out. */
export const commandUpdate = defineUpdate<string, [commandId: string]>(commandUpdateName);
/** The second door, for bulk work and operators; the command row holds rights, reviewer and instant. */
export const decideSignal = defineSignal<[commandId: string]>(decideSignalName);
/** The record changed outside this workflow. */
export const recordChangedSignal = defineSignal(recordChangedSignalName);
/** Where the graduate stands and what happens next and when. */
export const standingQuery = defineQuery<StandingReport>(standingQueryName);
