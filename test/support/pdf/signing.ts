import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSigningIdentity, type SigningIdentity } from '../../../infra/signing/signing-identity.ts';
import { ensureSigningCertificate } from '../../../scripts/stack/signing-certificate.ts';

/** A signing key and certificate of its own for a test. */
export async function testIdentity(kind: 'RSA' | 'EC' = 'RSA'): Promise<SigningIdentity> {
  const folder = await mkdtemp(join(tmpdir(), 'quxiang-signing-'));
  try {
    return readSigningIdentity(await ensureSigningCertificate(folder, kind));
  } finally {
    await rm(folder, { recursive: true });
  }
}
