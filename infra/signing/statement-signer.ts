import { sign } from 'node:crypto';
import { SignPdf, Signer } from '@signpdf/signpdf';
import { bytesToSign, encodeCades } from './cades.ts';
import type { SigningIdentity } from './signing-identity.ts';

/** Signs PDFs that have room for a signature. */
export interface StatementSigner {
  /** Who signs, from the certificate. */
  readonly name: string;
  /** Room that a signature needs, in bytes. */
  readonly space: number;
  /** The PDF with its signature filled in. Throws when the certificate is not valid at `at` (milliseconds since 1970). */
  sign(pdf: Buffer, at: number): Promise<Buffer>;
}

// Attributes, names and numbers around certificates and signature value.
const around = 1_200;

class CadesSigner extends Signer {
  readonly #identity: SigningIdentity;

  constructor(identity: SigningIdentity) {
    super();
    this.#identity = identity;
  }

  override async sign(content: Buffer): Promise<Buffer> {
    const { signer, chain, key } = this.#identity;
    return encodeCades(chain, content, sign('sha256', bytesToSign(signer, content), key));
  }
}

/** PAdES baseline B-B (ETSI EN 319 142-1) with the key and certificates of the configuration. */
export function createStatementSigner(identity: SigningIdentity): StatementSigner {
  const { signer, chain } = identity;
  const cades = new CadesSigner(identity);
  const [from, to] = [Date.parse(signer.validFrom), Date.parse(signer.validTo)];
  return {
    name: /^CN=(.*)$/m.exec(signer.subject)?.[1] ?? signer.subject,
    space: chain.reduce((sum, { raw }) => sum + raw.length, around),
    sign: async (pdf, at) => {
      if (at < from || at > to) throw new Error('the signing certificate is not valid now');
      return new SignPdf().sign(pdf, cades);
    },
  };
}
