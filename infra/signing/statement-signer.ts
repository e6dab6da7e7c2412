import { createHash, sign } from 'node:crypto';
import { SignPdf, Signer } from '@signpdf/signpdf';
import { createCadesTemplate } from './cades-template.ts';
import type { SigningIdentity } from './signing-identity.ts';

/** Signs PDFs that have room for a signature. */
export interface StatementSigner {
  /** Who signs, from the certificate. */
  readonly name: string;
  /** Room that a signature needs, in bytes. */
  readonly space: number;
  /** The PDF with its signature filled in. Throws when the certificate is not valid at `at` (milliseconds since 1970). */
  sign(pdf: Buffer, at: number): Promise<Buffer>;
  /** The message alone, for a PDF that is not in memory, of whose bytes outside of the signature this is the SHA-256. Throws like `sign`. */
  signDigest(digest: Uint8Array, at: number): Buffer;
}

// Attributes, names and numbers around certificates and signature value.
const around = 1_200;

class CadesSigner extends Signer {
  readonly #message: (digest: Uint8Array) => Buffer;

  constructor(message: (digest: Uint8Array) => Buffer) {
    super();
    this.#message = message;
  }

  override async sign(content: Buffer): Promise<Buffer> {
    return this.#message(createHash('sha256').update(content).digest());
  }
}

/** PAdES baseline B-B (ETSI EN 319 142-1) with the key and certificates of the configuration. */
export function createStatementSigner({ signer, chain, key }: SigningIdentity): StatementSigner {
  const template = createCadesTemplate(chain, signer);
  const message = (digest: Uint8Array): Buffer => template.encode(digest, sign('sha256', template.bytesToSign(digest), key));
  const cades = new CadesSigner(message);
  const [from, to] = [Date.parse(signer.validFrom), Date.parse(signer.validTo)];
  const requireValid = (at: number): void => {
    if (at < from || at > to) throw new Error('the signing certificate is not valid now');
  };
  return {
    name: /^CN=(.*)$/m.exec(signer.subject)?.[1] ?? signer.subject,
    space: chain.reduce((sum, { raw }) => sum + raw.length, around),
    sign: async (pdf, at) => {
      requireValid(at);
      return new SignPdf().sign(pdf, cades);
    },
    signDigest: (digest, at) => {
      requireValid(at);
      return message(digest);
    },
  };
}
