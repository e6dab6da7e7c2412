import { verify, X509Certificate } from 'node:crypto';
import { Certificate, ContentInfo, SignedData } from 'pkijs';
import { bytesToSign, encodeCades } from './cades.ts';

/** What is to be said about a signed PDF. */
export type SignatureCheck =
  | { readonly intact: true; readonly signer: X509Certificate; readonly chain: readonly X509Certificate[] }
  | { readonly intact: false; readonly reason: 'NOT_SIGNED' | 'NOT_COVERED' | 'MALFORMED' | 'CHANGED' };

// The numbers are padded with spaces to the length of what stood there before.
const rangePattern = /\/ByteRange \[0 (\d+) (\d+) (\d+)\] *\/Contents </g;

/**
 * Whether a PDF is as it was signed: one signature, over every byte outside of it, in the very form in which statements are
 * signed, with nothing but zeros behind it. So no byte of the file can be another one. Whom to trust is for the caller to say.
 */
export function verifySignature(pdf: Buffer): SignatureCheck {
  const broken = (reason: (SignatureCheck & { intact: false })['reason']): SignatureCheck => ({ intact: false, reason });
  const [range, ...more] = [...pdf.toString('latin1').matchAll(rangePattern)];
  if (range === undefined) return broken('NOT_SIGNED');
  const [before = 0, after = 0, rest = 0] = range.slice(1).map(Number);
  if (more.length > 0 || before !== range.index + range[0].length - 1 || after <= before || after + rest !== pdf.length) return broken('NOT_COVERED');
  const message = readMessage(pdf.toString('latin1', before, after));
  if (message === undefined) return broken('MALFORMED');
  const { chain, signature } = message;
  const [signer] = chain;
  if (signer === undefined) return broken('MALFORMED');
  const content = Buffer.concat([pdf.subarray(0, before), pdf.subarray(after)]);
  // Made anew from its parts, so that nothing in it can differ that a signature does not cover, such as a version.
  if (!encodeCades(chain, content, signature).equals(message.der)) return broken('CHANGED');
  if (!verify('sha256', bytesToSign(signer, content), signer.publicKey, signature)) return broken('CHANGED');
  return { intact: true, signer, chain };
}

interface Message { readonly der: Buffer; readonly chain: readonly X509Certificate[]; readonly signature: Buffer }

function readMessage(contents: string): Message | undefined {
  const [, hex] = /^<((?:[0-9a-f]{2})+)>$/.exec(contents) ?? [];
  if (hex === undefined) return undefined;
  const bytes = Buffer.from(hex, 'hex');
  try {
    // A SEQUENCE whose length stands in two bytes.
    const der = bytes.subarray(0, 4 + bytes.readUInt16BE(2));
    if (bytes.subarray(der.length).some((byte) => byte !== 0)) return undefined;
    const signedData = new SignedData({ schema: ContentInfo.fromBER(new Uint8Array(der).buffer).content });
    const certificates = (signedData.certificates ?? []).filter((certificate) => certificate instanceof Certificate);
    const [signerInfo] = signedData.signerInfos;
    if (signerInfo === undefined) return undefined;
    return {
      der, signature: Buffer.from(signerInfo.signature.valueBlock.valueHexView),
      chain: certificates.map((certificate) => new X509Certificate(Buffer.from(certificate.toSchema().toBER()))),
    };
  } catch {
    return undefined;
  }
}
