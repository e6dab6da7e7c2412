import { createHash, type X509Certificate } from 'node:crypto';
import { Null, ObjectIdentifier, OctetString, Sequence } from 'asn1js';
import {
  AlgorithmIdentifier,
  Attribute,
  Certificate,
  ContentInfo,
  EncapsulatedContentInfo,
  IssuerAndSerialNumber,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
} from 'pkijs';

const oid = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  sha256: '2.16.840.1.101.3.4.2.1',
  rsa: '1.2.840.113549.1.1.1',
  ecdsaWithSha256: '1.2.840.10045.4.3.2',
};

const sha256 = (bytes: Uint8Array): ArrayBuffer => new Uint8Array(createHash('sha256').update(bytes).digest()).buffer;

// Signing is done for thousands of statements with the same few.
const parsed = new WeakMap<X509Certificate, Certificate>();
const parse = (certificate: X509Certificate): Certificate => {
  const known = parsed.get(certificate) ?? Certificate.fromBER(new Uint8Array(certificate.raw).buffer);
  parsed.set(certificate, known);
  return known;
};

/**
 * The signed attributes of a CAdES baseline signature inside of a PDF (ETSI EN 319 142-1, table 1): what is signed, its
 * digest, and by the digest of the certificate who signs. No signing time: that stands in the PDF. In the order of DER.
 */
function attributesOf(signer: X509Certificate, digest: Uint8Array): Attribute[] {
  const essCertIdV2 = new Sequence({ value: [new OctetString({ valueHex: sha256(signer.raw) })] });
  const attributes = [
    new Attribute({ type: oid.contentType, values: [new ObjectIdentifier({ value: oid.data })] }),
    new Attribute({ type: oid.messageDigest, values: [new OctetString({ valueHex: new Uint8Array(digest).buffer })] }),
    new Attribute({ type: oid.signingCertificateV2, values: [new Sequence({ value: [new Sequence({ value: [essCertIdV2] })] })] }),
  ];
  const encoded = (attribute: Attribute): Buffer => Buffer.from(attribute.toSchema().toBER());
  return attributes.sort((a, b) => Buffer.compare(encoded(a), encoded(b)));
}

/** The bytes that the key signs for a content of this SHA-256: the attributes as a SET (RFC 5652, 5.4). */
export function bytesToSign(signer: X509Certificate, digest: Uint8Array): Buffer {
  const attributes = new SignedAndUnsignedAttributes({ type: 0, attributes: attributesOf(signer, digest) });
  const der = Buffer.from(attributes.toSchema().toBER());
  // Inside the message the SET carries the tag [0].
  der.writeUInt8(0x31, 0);
  return der;
}

/** The detached CMS message of a signature that was made over `bytesToSign`; equal parts give equal bytes. */
export function encodeCades(chain: readonly X509Certificate[], digest: Uint8Array, signature: Uint8Array): Buffer {
  const [signer] = chain;
  if (signer === undefined) throw new RangeError('a signature needs a certificate');
  const certificates = chain.map(parse);
  const { issuer, serialNumber } = parse(signer);
  const isRsa = signer.publicKey.asymmetricKeyType === 'rsa';
  const signerInfo = new SignerInfo({
    version: 1,
    sid: new IssuerAndSerialNumber({ issuer, serialNumber }),
    digestAlgorithm: new AlgorithmIdentifier({ algorithmId: oid.sha256 }),
    signedAttrs: new SignedAndUnsignedAttributes({ type: 0, attributes: attributesOf(signer, digest) }),
    signatureAlgorithm: isRsa
      ? new AlgorithmIdentifier({ algorithmId: oid.rsa, algorithmParams: new Null() })
      : new AlgorithmIdentifier({ algorithmId: oid.ecdsaWithSha256 }),
    signature: new OctetString({ valueHex: new Uint8Array(signature).buffer }),
  });
  const signedData = new SignedData({
    version: 1,
    digestAlgorithms: [new AlgorithmIdentifier({ algorithmId: oid.sha256 })],
    encapContentInfo: new EncapsulatedContentInfo({ eContentType: oid.data }),
    certificates,
    signerInfos: [signerInfo],
  });
  return Buffer.from(new ContentInfo({ contentType: oid.signedData, content: signedData.toSchema(true) }).toSchema().toBER());
}
