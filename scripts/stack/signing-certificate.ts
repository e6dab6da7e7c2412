import { randomBytes, webcrypto } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BitString, Integer, ObjectIdentifier, Sequence, Utf8String } from 'asn1js';
import { AttributeTypeAndValue, Certificate, Extension } from 'pkijs';

export interface SigningFiles {
  readonly certificateFile: string;
  readonly keyFile: string;
}

const algorithms = {
  RSA: { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256', modulusLength: 3072, publicExponent: new Uint8Array([1, 0, 1]) },
  EC: { name: 'ECDSA', namedCurve: 'P-256' },
} as const;
// The clock of a development stack may be moved forward by years.
const years = 20;

/**
 * Makes the key and the self-signed certificate with which a development stack signs statements, where they are missing.
 * RSA, since readers of PDF that do not know elliptic curves are still about.
 */
export async function ensureSigningCertificate(folder: string, kind: keyof typeof algorithms = 'RSA'): Promise<SigningFiles> {
  const files = { certificateFile: join(folder, 'signing-certificate.pem'), keyFile: join(folder, 'signing-key.pem') };
  if (existsSync(files.certificateFile) && existsSync(files.keyFile)) return files;
  const keys = await webcrypto.subtle.generateKey(algorithms[kind], true, ['sign', 'verify']);
  const certificate = await selfSigned(keys, '毕业去向登记样例签发 Sample Registration Service');
  await mkdir(folder, { recursive: true });
  await writeFile(files.keyFile, pem('PRIVATE KEY', await webcrypto.subtle.exportKey('pkcs8', keys.privateKey)), { mode: 0o600 });
  await writeFile(files.certificateFile, pem('CERTIFICATE', certificate.toSchema().toBER()));
  return files;
}

async function selfSigned({ publicKey, privateKey }: webcrypto.CryptoKeyPair, name: string): Promise<Certificate> {
  const certificate = new Certificate();
  certificate.version = 2;
  certificate.serialNumber = new Integer({ valueHex: new Uint8Array([1, ...randomBytes(15)]).buffer });
  for (const party of [certificate.issuer, certificate.subject])
    party.typesAndValues.push(new AttributeTypeAndValue({ type: '2.5.4.3', value: new Utf8String({ value: name }) }));
  const now = Date.now();
  certificate.notBefore.value = new Date(now - 86_400_000);
  certificate.notAfter.value = new Date(now + years * 365 * 86_400_000);
  const extension = (extnID: string, critical: boolean, value: { toBER(): ArrayBuffer }) =>
    new Extension({ extnID, critical, extnValue: value.toBER() });
  certificate.extensions = [
    extension('2.5.29.19', true, new Sequence()),
    // Key usage: digital signature and non-repudiation, and nothing else.
    extension('2.5.29.15', true, new BitString({ valueHex: new Uint8Array([0b1100_0000]).buffer, unusedBits: 6 })),
    // RFC 9336: document signing.
    extension('2.5.29.37', false, new Sequence({ value: [new ObjectIdentifier({ value: '1.3.6.1.5.5.7.3.36' })] })),
  ];
  await certificate.subjectPublicKeyInfo.importKey(publicKey);
  await certificate.sign(privateKey, 'SHA-256');
  return certificate;
}

function pem(label: string, der: ArrayBuffer): string {
  return `-----BEGIN ${label}-----\n${(
    Buffer.from(der)
      .toString('base64')
      .match(/.{1,64}/g) ?? []
  ).join('\n')}\n-----END ${label}-----\n`;
}
