import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonicalJson } from '../canonical-json.ts';

// Leaves and nodes begin with different bytes, so that neither can be passed off as the other (RFC 6962, section 2.1).
const leafPrefix = Uint8Array.of(0);
const nodePrefix = Uint8Array.of(1);

export const leafHash = (row: unknown): Uint8Array => sha256(concatBytes(leafPrefix, utf8ToBytes(canonicalJson(row))));

/** Root of the hash tree over audit rows in their order, as 64 hex digits; an odd node moves up as it is. */
export function treeRoot(rows: readonly unknown[]): string {
  let level = rows.map(leafHash);
  while (level.length > 1) {
    const next: Uint8Array[] = [];
    for (let index = 0; index < level.length; index += 2) {
      const [left, right] = [level[index], level[index + 1]];
      if (left) next.push(right ? sha256(concatBytes(nodePrefix, left, right)) : left);
    }
    level = next;
  }
  const [root] = level;
  return bytesToHex(root ?? sha256(new Uint8Array()));
}

/** What is signed: this run's root chained to the head before it. */
export const headOf = (previousHead: string, from: number, to: number, root: string): string =>
  bytesToHex(sha256(utf8ToBytes(`${previousHead}\n${from}-${to}\n${root}`)));

export const genesisHead = '0'.repeat(64);
