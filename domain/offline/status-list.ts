import { readWhole } from './byte-reader.ts';
import { ByteWriter } from './byte-writer.ts';

/**
 * Numbers in one list. Large, so that a bit says nothing about its neighbours and a list that is fetched says nothing
 * about the number that is looked up (W3C Bitstring Status List, "herd privacy").
 */
export const listLength = 2 ** 19;

/** A new list is made this often, and serves twice as long: one missed refresh costs nobody an answer. Milliseconds. */
export const listRefreshMs = 15 * 60_000;
export const listValidityMs = 2 * listRefreshMs;

const listVersion = 1;

/** A published list without its bits. */
export interface StatusListHeader {
  readonly keyId: string;
  readonly list: number;
  /** What was revoked by then is in it. Whole seconds, in milliseconds. */
  readonly issuedAt: number;
  /** First instant at which it proves nothing any more. */
  readonly expiresAt: number;
}

/** The signed part of a list: header, then the bits as a zlib stream (RFC 1950), as in IETF Token Status List. */
export function encodeStatusList({ keyId, list, issuedAt, expiresAt }: StatusListHeader, compressed: Uint8Array): Uint8Array {
  return new ByteWriter()
    .unsigned(listVersion, 1)
    .text(keyId)
    .unsigned(list, 2)
    .unsigned(Math.floor(issuedAt / 1000), 4)
    .unsigned(Math.floor(expiresAt / 1000), 4)
    .raw(compressed)
    .bytes();
}

/** Reads what encodeStatusList wrote; undefined for anything else. */
export function decodeStatusList(body: Uint8Array): { readonly header: StatusListHeader; readonly compressed: Uint8Array } | undefined {
  return readWhole(body, (reader) => {
    if (reader.unsigned(1) !== listVersion) return undefined;
    const header = {
      keyId: reader.text(),
      list: reader.unsigned(2),
      issuedAt: reader.unsigned(4) * 1000,
      expiresAt: reader.unsigned(4) * 1000,
    };
    return { header, compressed: reader.take(reader.left) };
  });
}

/** All bits of a list, the given ones set: the first index is the lowest bit of the first byte. */
export function bitsOf(revoked: Iterable<number>): Uint8Array {
  const bits = new Uint8Array(listLength / 8);
  for (const index of revoked) bits[index >> 3] = (bits[index >> 3] ?? 0) | (1 << (index & 7));
  return bits;
}

export const isRevoked = (bits: Uint8Array, index: number): boolean => (((bits[index >> 3] ?? 0xff) >> (index & 7)) & 1) === 1;

/** The bits of a list; undefined when the stream is broken or has another length, which stops a stream that never ends. */
export async function inflateBits(compressed: Uint8Array): Promise<Uint8Array | undefined> {
  const bits = new Uint8Array(listLength / 8);
  let length = 0;
  try {
    const stream: ReadableStream<Uint8Array> = new Blob([Uint8Array.from(compressed)])
      .stream()
      .pipeThrough(new DecompressionStream('deflate'));
    // Not every browser iterates over a stream.
    const reader = stream.getReader();
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      if (length + part.value.length > bits.length) return undefined;
      bits.set(part.value, length);
      length += part.value.length;
    }
  } catch {
    return undefined;
  }
  return length === bits.length ? bits : undefined;
}
