import { createHash, verify, X509Certificate } from 'node:crypto';
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
  if (more.length > 0 || before !== range.index + range[0].length - 1 || after <= before || after + rest !== pdf.length)
    return broken('NOT_COVERED');
  const der = readContents(pdf.toString('latin1', before, after));
  if (der === undefined) return broken('MALFORMED');
  const digest = createHash('sha256').update(pdf.subarray(0, before)).update(pdf.subarray(after)).digest();
  // The common case of a change, told without reading the message.
  if (!der.includes(digest)) return broken('CHANGED');
  try {
    const { chain, signature } = readMessage(der);
    const [signer] = chain;
    if (signer === undefined) return broken('MALFORMED');
    // Made anew from its parts, so that nothing in it can differ that a signature does not cover, such as a version.
    if (!encodeCades(chain, digest, signature).equals(der)) return broken('CHANGED');
    return verify('sha256', bytesToSign(signer, digest), signer.publicKey, signature) ? { intact: true, signer, chain } : broken('CHANGED');
  } catch {
    // Neither message nor certificate nor key can be read.
    return broken('MALFORMED');
  }
}

/** The message in the room for it, which zeros fill up; undefined for any other filling. */
function readContents(contents: string): Buffer | undefined {
  const [, hex] = /^<((?:[0-9a-f]{2})+)>$/.exec(contents) ?? [];
  if (hex === undefined || hex.length < 8) return undefined;
  const bytes = Buffer.from(hex, 'hex');
  // A SEQUENCE whose length stands in two bytes.
  const end = 4 + bytes.readUInt16BE(2);
  return bytes.subarray(end).some((byte) => byte !== 0) ? undefined : bytes.subarray(0, end);
}

function readMessage(der: Buffer): { chain: readonly X509Certificate[]; signature: Buffer } {
  const signedData = new SignedData({ schema: ContentInfo.fromBER(new Uint8Array(der).buffer).content });
  const certificates = (signedData.certificates ?? []).filter((certificate) => certificate instanceof Certificate);
  const signature = signedData.signerInfos[0]?.signature.valueBlock.valueHexView ?? new Uint8Array();
  return {
    signature: Buffer.from(signature),
    chain: certificates.map((certificate) => new X509Certificate(Buffer.from(certificate.toSchema().toBER()))),
  };
}
