import { treeRoot } from '../audit/hash-tree.ts';

/** One graduate in the departure snapshot (R57, X14). */
export interface DepartureEntry {
  readonly graduateId: string;
  readonly destinationCode: string;
  /** The approved destination it rests on; null where there is none. */
  readonly versionId: string | null;
  readonly contentDigest: string | null;
}

/** X14: who has no approved destination enters as 待就业. */
export const pendingCode = '70';
/** X14: these count as 未就业. */
const unsettledCodes: readonly string[] = ['70', '71', '72'];

export const countUnsettled = (entries: readonly DepartureEntry[]): number =>
  entries.filter(({ destinationCode }) => unsettledCodes.includes(destinationCode)).length;

export interface SnapshotHead {
  readonly schoolId: string;
  readonly cohort: number;
  readonly number: number;
  readonly departureAt: number;
  readonly takenAt: number;
}

/** Root of the tree over the snapshot's head and its entries in their order: what is signed. */
export const snapshotRoot = (head: SnapshotHead, entries: readonly DepartureEntry[]): string => treeRoot([head, ...entries]);
