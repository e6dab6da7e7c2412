import type { Client } from '@temporalio/client';
import type { NotificationSite } from '../domain/notifications/render-notification.ts';
import type { BlindIndex } from '../infra/crypto/blind-index.ts';
import type { KeySet } from '../infra/crypto/keyring.ts';
import type { FieldCipher } from '../infra/crypto/field-cipher.ts';
import type { Pool } from '../infra/database/pool.ts';
import type { Logger } from '../infra/logger/logger.ts';
import type { Mailer } from '../infra/mail/mailer.ts';
import type { FileStore } from '../infra/storage/file-store.ts';
import type { TakeStatusPlace, TakeStatusPlaces } from '../infra/offline/status-places.ts';
import type { NumberSeals } from '../infra/record/number-seals.ts';
import type { PrintingDependencies } from './statements/print-statement.ts';
import type { RulePacks } from '../infra/record/rule-packs.ts';

/** Everything the activities work with; made once by the composition root. */
export interface RecordDependencies {
  readonly pool: Pool;
  readonly rulePacks: RulePacks;
  readonly cipher: FieldCipher;
  readonly seals: NumberSeals;
  readonly newId: () => string;
  readonly takeStatusPlace: TakeStatusPlace;
  readonly takeStatusPlaces: TakeStatusPlaces;
  readonly nextIndex: (bound: number) => number;
}

export interface ActivityDependencies extends RecordDependencies {
  readonly client: Client;
  readonly taskQueue: string;
  readonly mailer: Mailer;
  readonly auditSigning: KeySet;
  readonly offlineSigning: KeySet;
  readonly printing: PrintingDependencies;
  readonly files: FileStore;
  readonly index: BlindIndex;
  /** Where a mail sends its reader to sign in. */
  readonly site: NotificationSite;
  readonly logger: Logger;
}
