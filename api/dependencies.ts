import type { CommandResult } from './commands/submit-command.ts';
import type { DispatchPaperInput } from '../domain/dispatch/messages.ts';
import type { StatementPort } from './statements/statement-port.ts';
import type { QuestionRate } from './verification/question-rate.ts';
import type { VerificationPort } from './verification/verification-port.ts';
import type { Config } from '../infra/config/config.ts';
import type { BlindIndex } from '../infra/crypto/blind-index.ts';
import type { KeySet } from '../infra/crypto/keyring.ts';
import type { FieldCipher } from '../infra/crypto/field-cipher.ts';
import type { PublishedKey } from '../infra/crypto/published-keys.ts';
import type { Pool } from '../infra/database/pool.ts';
import type { Prisma } from '../infra/database/prisma.ts';
import type { OpenId } from '../infra/identity/open-id.ts';
import type { Logger } from '../infra/logger/logger.ts';
import type { CommandRequest } from '../infra/record/command-store.ts';
import type { NumberSeals } from '../infra/record/number-seals.ts';
import type { RulePacks } from '../infra/record/rule-packs.ts';
import type { RosterStep } from '../domain/roster/messages.ts';
import type { FileStore } from '../infra/storage/file-store.ts';
import type { ChallengeDesk } from '../infra/verification/challenge-desk.ts';
import type { GuessGuard } from '../infra/verification/guess-guard.ts';
import type { ReceiptDesk } from '../infra/verification/receipt-desk.ts';
import type { Metrics } from './http/metrics.ts';
import type { RateLimits } from './http/rate-limits.ts';

/** Everything the application works with; made once by the composition root, never per request. */
export interface ApiDependencies {
  readonly config: Config;
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly pool: Pool;
  readonly prisma: Prisma;
  readonly rulePacks: RulePacks;
  readonly cipher: FieldCipher;
  /** Seals what travels through the browser (the state of a sign-in). */
  readonly cookieCipher: FieldCipher;
  readonly index: BlindIndex;
  readonly seals: NumberSeals;
  readonly files: FileStore;
  /** Signs codes and status lists; the API publishes its public halves. */
  readonly offlineSigning: KeySet;
  readonly newId: () => string;
  readonly openId: OpenId;
  readonly rateLimits: RateLimits;
  readonly submitCommand: (request: CommandRequest) => Promise<CommandResult>;
  /** Starts the workflow of an uploaded roster. */
  readonly startRosterImport: (importId: string, trialOnly: boolean) => Promise<void>;
  /** Starts a step on an import that has been asked for in the record; while another one is at work, the sweep does. */
  readonly startRosterStep: (importId: string, step: RosterStep) => Promise<void>;
  /** Starts the workflow of a batch of transfer numbers. */
  readonly startTransferNumberBatch: (batchId: string) => Promise<void>;
  /** Starts the workflow of a batch of papers. */
  readonly startPrintBatch: (batchId: string) => Promise<void>;
  /** Starts the workflow that writes an export. */
  readonly startExport: (exportId: string) => Promise<void>;
  /** Starts the calendar workflows of a school's open cohorts, or tells them to look again. */
  readonly startCalendars: (schoolId: string) => Promise<void>;
  readonly statements: StatementPort;
  /** One paper of a dispatch as a PDF that a worker prints. Throws RefusalError. */
  readonly dispatchPapers: (paper: DispatchPaperInput) => Promise<Uint8Array>;
  readonly verification: VerificationPort;
  readonly guesses: GuessGuard;
  readonly challenges: ChallengeDesk;
  readonly questions: QuestionRate;
  /** The same for the published keys and status lists, which caches serve to most. */
  readonly downloads: QuestionRate;
  readonly receipts: ReceiptDesk;
  readonly publishedKeys: readonly PublishedKey[];
  /** True when the Temporal server answers; commands are accepted either way. */
  readonly isTemporalServing: () => Promise<boolean>;
  /** Development only: called after the record's clock has moved, to bring the open workflows along. Milliseconds ahead of real time. */
  readonly moveClock: (offsetMs: number) => Promise<void>;
}
