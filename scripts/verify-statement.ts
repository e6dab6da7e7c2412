import { readFileSync } from 'node:fs';
import { readSigningCertificates } from '../infra/signing/signing-identity.ts';
import { verifySignature } from '../infra/signing/verify-signature.ts';

const reasons = {
  NOT_SIGNED: '没有签名 · not signed',
  NOT_COVERED: '签名未覆盖整个文件 · the signature does not cover the whole file',
  MALFORMED: '签名无法读取 · the signature cannot be read',
  CHANGED: '签名后被改动 · changed after it was signed',
};

/** `verify-statement.ts file.pdf [certificate.pem]`: who signed it and whether it is intact; with a certificate, whether it is that one. Ends with 0 only then. */
const [file, certificateFile] = process.argv.slice(2);
if (file === undefined) {
  process.stderr.write('Usage: node scripts/verify-statement.ts file.pdf [certificate.pem]\n');
  process.exit(2);
}
const check = verifySignature(readFileSync(file));
if (check.intact) {
  const { signer } = check;
  const isExpected =
    certificateFile === undefined ? undefined : readSigningCertificates(certificateFile).signer.fingerprint256 === signer.fingerprint256;
  const trust = {
    true: '是所给证书 · the given certificate',
    false: '不是所给证书 · not the given certificate',
    undefined: '未与证书比对 · not compared with any certificate',
  }[String(isExpected) as 'true' | 'false' | 'undefined'];
  process.stdout.write(
    `完好 · intact\n${signer.subject}\nSHA-256 ${signer.fingerprint256}\n${signer.validFrom} – ${signer.validTo}\n${trust}\n`,
  );
  process.exitCode = isExpected === false ? 1 : 0;
} else {
  process.stdout.write(`不可信 · not to be trusted: ${reasons[check.reason]}\n`);
  process.exitCode = 1;
}
