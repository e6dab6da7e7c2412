import { type X509Certificate } from 'node:crypto';
import { ContentInfo, SignedData } from 'pkijs';
import { finishPdf } from '../../../infra/pdf/finish-pdf.ts';
import { createStatementSigner, type StatementSigner } from '../../../infra/signing/statement-signer.ts';
import { verifySignature } from '../../../infra/signing/verify-signature.ts';
import { smallPdf } from '../../support/pdf/small-pdf.ts';
import { masks, unnoticedFlips } from '../../support/pdf/flipped-bytes.ts';
import { testIdentity } from '../../support/pdf/signing.ts';

let signer: StatementSigner;
let certificate: X509Certificate;
let signed: Buffer;
const now = Date.now();

const signWith = (by: StatementSigner): Promise<Buffer> =>
  by.sign(finishPdf(smallPdf(), { title: 't', language: 'en', qrCode: null, signature: { name: by.name, at: now, space: by.space } }), now);

beforeAll(async () => {
  const identity = await testIdentity('EC');
  certificate = identity.signer;
  signer = createStatementSigner(identity);
  signed = await signWith(signer);
});

/** The parts of a signed PDF: what is covered, and the message. */
function partsOf(pdf: Buffer): { content: Buffer; message: Buffer; from: number; to: number } {
  const [from = 0, to = 0] = /\/ByteRange \[0 (\d+) (\d+)/.exec(pdf.toString('latin1'))?.slice(1).map(Number) ?? [];
  const bytes = Buffer.from(pdf.toString('latin1', from + 1, to - 1), 'hex');
  return {
    content: Buffer.concat([pdf.subarray(0, from), pdf.subarray(to)]),
    message: bytes.subarray(0, 4 + bytes.readUInt16BE(2)),
    from,
    to,
  };
}

describe('signature of a PDF', () => {
  it('says who signed, and that nothing was changed', () => {
    const check = verifySignature(signed);
    expect(check).toMatchObject({ intact: true });
    expect(check.intact && check.signer.fingerprint256).toBe(certificate.fingerprint256);
  });

  it('is a detached PAdES baseline signature over the whole file, to an independent reader', async () => {
    const { content, message, from, to } = partsOf(signed);
    expect(content.length + (to - from)).toBe(signed.length);
    expect(signed.toString('latin1')).toContain('/SubFilter/ETSI.CAdES.detached');
    const signedData = new SignedData({ schema: ContentInfo.fromBER(new Uint8Array(message).buffer).content });
    expect(signedData.encapContentInfo.eContent).toBeUndefined();
    const attributes = signedData.signerInfos[0]?.signedAttrs?.attributes.map(({ type }) => type);
    // Content type, digest, signing-certificate-v2; the signing time stands in the PDF and not here.
    expect([...(attributes ?? [])].sort()).toEqual(['1.2.840.113549.1.9.16.2.47', '1.2.840.113549.1.9.3', '1.2.840.113549.1.9.4']);
    const data = new Uint8Array(content).buffer;
    expect(await signedData.verify({ signer: 0, data, extendedMode: false })).toBe(true);
    const other = new Uint8Array(content);
    other[100]! ^= 1;
    await expect(signedData.verify({ signer: 0, data: other.buffer, extendedMode: false })).rejects.toThrow("digest doesn't match");
  });

  it('is broken by every single byte that is another one: by its lowest bit, the bit of its case or all bits, in turn', () => {
    expect(signed.length).toBeGreaterThan(4_000);
    expect(unnoticedFlips(signed, (index) => masks.slice(index % masks.length, (index % masks.length) + 1))).toEqual([]);
  }, 120_000);

  it('is broken by every byte that is taken out, and by what is added in front, behind and in the room for the signature', () => {
    for (let index = 0; index < signed.length; index += 97) {
      expect(verifySignature(Buffer.concat([signed.subarray(0, index), signed.subarray(index + 1)])).intact).toBe(false);
    }
    const { from, to } = partsOf(signed);
    const padded = Buffer.concat([signed.subarray(0, to - 3), Buffer.from('01'), signed.subarray(to - 1)]);
    const shorter = Buffer.concat([signed.subarray(0, to - 3), signed.subarray(to - 1)]);
    for (const changed of [
      Buffer.concat([Buffer.from(' '), signed]),
      Buffer.concat([signed, Buffer.from('\n')]),
      padded,
      shorter,
      signed.subarray(0, from),
    ]) {
      expect(verifySignature(changed).intact).toBe(false);
    }
  });

  it('of somebody else is somebody else’s, and no signature is none', async () => {
    const other = createStatementSigner(await testIdentity());
    const check = verifySignature(await signWith(other));
    expect(check.intact && check.signer.fingerprint256).not.toBe(certificate.fingerprint256);
    expect(verifySignature(smallPdf())).toEqual({ intact: false, reason: 'NOT_SIGNED' });
  });

  it('is not made with a certificate that is not valid', async () => {
    await expect(signer.sign(signed, Date.parse(certificate.validTo) + 1)).rejects.toThrow('not valid now');
    await expect(signer.sign(signed, Date.parse(certificate.validFrom) - 1)).rejects.toThrow('not valid now');
  });
});
