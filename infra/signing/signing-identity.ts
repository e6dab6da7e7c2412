import { createPrivateKey, X509Certificate, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** Certificate of whoever signs statements, then those that lead to a root, as far as they are configured. */
export interface SigningCertificates {
  readonly signer: X509Certificate;
  readonly chain: readonly X509Certificate[];
}

/** Who signs statements. */
export interface SigningIdentity extends SigningCertificates {
  readonly key: KeyObject;
}

const certificatePattern = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g;

/** Reads certificates from a PEM file, the signer's first. Throws for a file without one; the message shows no content. */
export function readSigningCertificates(file: string): SigningCertificates {
  const [signer, ...rest] = (readFileSync(file, 'utf8').match(certificatePattern) ?? []).map((pem) => new X509Certificate(pem));
  if (signer === undefined) throw new Error('the file of the signing certificate holds no certificate');
  return { signer, chain: [signer, ...rest] };
}

interface SigningFiles {
  readonly certificateFile: string;
  /** PKCS#8 in PEM, under the passphrase if there is one. RSA, or a curve that readers of PDF know. */
  readonly keyFile: string | undefined;
  readonly passphrase?: string | undefined;
}

/** Reads key and certificates. Throws when the key is missing, is not that of the certificate, or is of a kind that PDF readers do not take. */
export function readSigningIdentity({ certificateFile, keyFile, passphrase }: SigningFiles): SigningIdentity {
  if (keyFile === undefined) throw new Error('STATEMENT_SIGNING_KEY_FILE is not set: a worker cannot sign statements');
  const certificates = readSigningCertificates(certificateFile);
  const key = createPrivateKey({ key: readFileSync(keyFile, 'utf8'), passphrase });
  if (!certificates.signer.checkPrivateKey(key)) throw new Error('the signing key is not that of the signing certificate');
  if (!isUsable(key)) throw new Error('the signing key must be RSA of at least 2048 bits, or of the curve P-256');
  return { ...certificates, key };
}

function isUsable({ asymmetricKeyType, asymmetricKeyDetails }: KeyObject): boolean {
  if (asymmetricKeyType === 'rsa') return (asymmetricKeyDetails?.modulusLength ?? 0) >= 2048;
  return asymmetricKeyType === 'ec' && asymmetricKeyDetails?.namedCurve === 'prime256v1';
}
