import { ByteWriter } from '../offline/byte-writer.ts';
import { readWhole } from '../offline/byte-reader.ts';

/** What the code of a slip names: the dispatch, and the key that signs. It holds nothing about anybody. */
export interface ReceiptToken {
  readonly keyId: string;
  readonly dispatchId: string;
}

export function encodeReceiptToken({ keyId, dispatchId }: ReceiptToken): Uint8Array {
  const digits = dispatchId.replaceAll('-', '');
  return new ByteWriter()
    .text(keyId)
    .raw(Uint8Array.from({ length: 16 }, (_, at) => Number.parseInt(digits.slice(at * 2, at * 2 + 2), 16)))
    .bytes();
}

/** Undefined for bytes of another form. */
export function decodeReceiptToken(bytes: Uint8Array): ReceiptToken | undefined {
  return readWhole(bytes, (reader) => {
    const keyId = reader.text();
    const digits = [...reader.take(16)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    return {
      keyId,
      dispatchId: [digits.slice(0, 8), digits.slice(8, 12), digits.slice(12, 16), digits.slice(16, 20), digits.slice(20)].join('-'),
    };
  });
}
