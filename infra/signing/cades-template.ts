import type { X509Certificate } from 'node:crypto';
import { bytesToSign, encodeCades } from './cades.ts';

/** Messages of one signer for many contents. */
export interface CadesTemplate {
  readonly bytesToSign: (digest: Uint8Array) => Buffer;
  readonly encode: (digest: Uint8Array, signature: Uint8Array) => Buffer;
}

// Found in a message by what no certificate holds.
const [digestMark, signatureMark] = [0xa5, 0x5a];
const digestBytes = 32;

/**
 * The same bytes as `bytesToSign` and `encodeCades`: all that two messages with signatures of one length differ in is digest and signature. To put
 * a message together takes longer than to sign it.
 */
export function createCadesTemplate(chain: readonly X509Certificate[], signer: X509Certificate): CadesTemplate {
  const someDigest = Buffer.alloc(digestBytes, digestMark);
  const attributes = bytesToSign(signer, someDigest);
  const messages = new Map<number, Buffer>();
  const messageFor = (length: number): Buffer => {
    const message = messages.get(length) ?? encodeCades(chain, someDigest, Buffer.alloc(length, signatureMark));
    messages.set(length, message);
    return message;
  };
  const filled = (template: Buffer, values: readonly (readonly [mark: number, value: Uint8Array])[]): Buffer => {
    const bytes = Buffer.from(template);
    for (const [mark, value] of values) bytes.set(value, template.indexOf(Buffer.alloc(value.length, mark)));
    return bytes;
  };
  return {
    bytesToSign: (digest) => filled(attributes, [[digestMark, digest]]),
    encode: (digest, signature) =>
      filled(messageFor(signature.length), [
        [digestMark, digest],
        [signatureMark, signature],
      ]),
  };
}
