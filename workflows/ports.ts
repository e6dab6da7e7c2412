/** Activity interfaces, owned by the workflows; activities/ implements them. */

/** What the record answers to a lifecycle workflow: where the graduate stands, and nothing personal. */
export interface RecordAnswer {
  stage: string;
  overdue: boolean;
  version: number;
  /** Milliseconds since the epoch; null when the clock has nothing left to do. */
  nextDeadline: number | null;
  /** Type of what comes then, for the operator. */
  nextStep: string | null;
  ended: boolean;
}

export interface CommandAnswer extends RecordAnswer {
  /** APPLIED, or the error code of the refusal. */
  outcome: string;
}

export interface RecordActivities {
  /** Decides and writes one stored command; run again, it returns what it decided the first time. */
  applyCommand(commandId: string): Promise<CommandAnswer>;
  /** Writes down what the clock has made true by `asOf`, after the commands received before it. */
  advance(graduateId: string, asOf: number): Promise<RecordAnswer>;
  /** Reads the record again after a change made outside the lifecycle workflow. */
  readStanding(graduateId: string): Promise<RecordAnswer>;
}

export interface UpkeepActivities {
  /** Sends again every command that lacks outcome or acknowledgement; returns how many. */
  resendCommands(): Promise<number>;
  /** Tells lifecycle workflows, and those of dispatches, of changes made outside them; returns how many. */
  deliverOutbox(): Promise<number>;
  /** Starts every batch, export and step of a roster that is stored and not over; returns how many there were. */
  startStoredBatches(): Promise<number>;
  /** Mails what is due; returns how many were tried. */
  deliverNotifications(): Promise<number>;
  /** Writes the evening's message for graduates who want verifications told daily; returns how many. */
  tellLookups(): Promise<number>;
  /** Hashes committed audit rows into a signed tree; returns how many rows were sealed. */
  sealAudit(): Promise<number>;
  /** Deletes sessions that are over; returns how many. */
  forgetSessions(): Promise<number>;
  /** Compares every open graduate with its workflow and repairs; returns how many needed it. */
  reconcile(): Promise<number>;
}
