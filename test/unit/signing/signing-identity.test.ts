import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSigningCertificates, readSigningIdentity } from '../../../infra/signing/signing-identity.ts';
import { createStatementSigner } from '../../../infra/signing/statement-signer.ts';
import { ensureSigningCertificate, type SigningFiles } from '../../../scripts/stack/signing-certificate.ts';

let folder: string;
let files: SigningFiles;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'quxiang-signing-'));
  files = await ensureSigningCertificate(folder);
});

const write = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

describe('who signs statements', () => {
  it('is made once for a development stack, and its key is readable by the owner only', async () => {
    const before = readFileSync(files.keyFile, 'utf8');
    expect(await ensureSigningCertificate(folder)).toEqual(files);
    expect(readFileSync(files.keyFile, 'utf8')).toBe(before);
    expect(statSync(files.keyFile).mode & 0o077).toBe(0);
    const { signer } = readSigningCertificates(files.certificateFile);
    expect([signer.ca, signer.publicKey.asymmetricKeyType, signer.publicKey.asymmetricKeyDetails?.modulusLength]).toEqual([
      false,
      'rsa',
      3072,
    ]);
    expect(signer.verify(signer.publicKey)).toBe(true);
    expect(createStatementSigner(readSigningIdentity(files)).name).toContain('样例');
  });

  it('may have a key under a passphrase, which no message shows', () => {
    const { privateKey } = generateKeyPairSync('rsa', {
      modulusLength: 2048,
      privateKeyEncoding: { type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'hunter2' },
      publicKeyEncoding: { type: 'spki', format: 'pem' },
    });
    const keyFile = write('locked.pem', privateKey);
    expect(() => readSigningIdentity({ ...files, keyFile, passphrase: 'hunter2' })).toThrow('is not that of the signing certificate');
    const refusal = (passphrase: string | undefined): string => {
      try {
        readSigningIdentity({ ...files, keyFile, passphrase });
      } catch (error) {
        return String(error);
      }
      return '';
    };
    expect(refusal('hunter3')).not.toBe('');
    expect(refusal('hunter3')).not.toContain('hunter3');
  });

  it('is refused without a key, with another one’s key, and without a certificate', () => {
    expect(() => readSigningIdentity({ ...files, keyFile: undefined })).toThrow('STATEMENT_SIGNING_KEY_FILE');
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const other = write('other.pem', privateKey.export({ type: 'pkcs8', format: 'pem' }) as string);
    expect(() => readSigningIdentity({ ...files, keyFile: other })).toThrow('is not that of the signing certificate');
    expect(() => readSigningCertificates(other)).toThrow('holds no certificate');
  });
});
