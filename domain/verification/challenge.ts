/** SHA-256; the page and the server hand in their own. */
export type Hash = (bytes: Uint8Array) => Uint8Array;

const encoder = new TextEncoder();

/** Zero bits before the first one. */
export function leadingZeroBits(digest: Uint8Array): number {
  let bits = 0;
  for (const byte of digest) {
    if (byte !== 0) return bits + Math.clz32(byte) - 24;
    bits += 8;
  }
  return bits;
}

/** True when the counter solves the challenge: the hash of both begins with so many zero bits. */
export const isSolution = (hash: Hash, challenge: string, bits: number, counter: number): boolean =>
  leadingZeroBits(hash(encoder.encode(`${challenge}:${counter}`))) >= bits;

/** Tries counters from one on; undefined when `tries` of them were not enough, so that a page can draw breath in between. */
export function findSolution(hash: Hash, challenge: string, bits: number, from: number, tries: number): number | undefined {
  for (let counter = from; counter < from + tries; counter += 1) if (isSolution(hash, challenge, bits, counter)) return counter;
  return undefined;
}
