import type { Client } from '@temporalio/client';
import type { BlindIndex } from '../../infra/crypto/blind-index.ts';
import type { FileStore } from '../../infra/storage/file-store.ts';
import type { RecordDependencies } from '../dependencies.ts';

/** What reading and committing a roster works with. */
export interface RosterDependencies extends Pick<
  RecordDependencies,
  'pool' | 'rulePacks' | 'cipher' | 'seals' | 'newId' | 'takeStatusPlace'
> {
  readonly files: FileStore;
  readonly index: BlindIndex;
}

/** What starting the lifecycle workflows works with. */
export interface LifecycleStartDependencies extends Pick<RecordDependencies, 'pool' | 'rulePacks'> {
  readonly client: Client;
  readonly taskQueue: string;
}

/** Told after each chunk how far the work has come; rejects when the work is to stop. */
export type Progress = (reached: number) => Promise<void>;

/** For callers that nobody cancels. */
export const noProgress: Progress = () => Promise.resolve();
