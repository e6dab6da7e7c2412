import { issueScanToken, readScanToken, type ScanClaims } from '../../../infra/crypto/scan-token.ts';
import { rotatedKeySet, testKeySet } from '../../support/crypto/key-sets.ts';

const expiresAtMs = Date.UTC(2023, 11, 31, 16);
const claims: ScanClaims = { numberId: '01a204a3-d998-7914-b46d-9e896a427d15', numberKind: 'VERIFICATION', kind: 'DOSSIER', expiresAtMs };

describe('X23 scan token', () => {
  const set = testKeySet();

  it.each([
    ['VERIFICATION', 'DOSSIER'],
    ['VERIFICATION', 'HUKOU'],
    ['TRANSFER', 'DOSSIER'],
    ['TRANSFER', 'HUKOU'],
  ] as const)('X23 carries %s and %s, the id of the number and the end', (numberKind, kind) => {
    const token = issueScanToken(set, { ...claims, numberKind, kind });
    expect(token).toMatch(/^[\w-]{50}$/);
    expect(readScanToken(set, token, expiresAtMs - 1)).toEqual({ outcome: 'VALID', claims: { ...claims, numberKind, kind } });
  });

  it('X23 expires at its instant', () => {
    const token = issueScanToken(set, claims);
    expect(readScanToken(set, token, expiresAtMs - 1).outcome).toBe('VALID');
    expect(readScanToken(set, token, expiresAtMs).outcome).toBe('EXPIRED');
    expect(readScanToken(set, token, expiresAtMs + 1).outcome).toBe('EXPIRED');
  });

  it('X23 notices every flipped bit, every cut and every other spelling', () => {
    const token = issueScanToken(set, claims);
    const bytes = Buffer.from(token, 'base64url');
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      const flipped = Buffer.from(bytes);
      flipped[bit >> 3]! ^= 1 << (bit & 7);
      expect(readScanToken(set, flipped.toString('base64url'), 0)).toEqual({ outcome: 'INVALID' });
    }
    for (const other of ['', token.slice(0, -1), `${token}A`, `${token}=`, `${token.slice(0, -1)}_`, ` ${token}`]) {
      expect(readScanToken(set, other, 0)).toEqual({ outcome: 'INVALID' });
    }
  });

  it('X23 is read after a rotation and not by strangers', () => {
    const token = issueScanToken(set, claims);
    expect(readScanToken(rotatedKeySet(set), token, 0).outcome).toBe('VALID');
    expect(readScanToken(testKeySet(), token, 0)).toEqual({ outcome: 'INVALID' });
  });

  it('X23 carries an opaque id and nothing else', () => {
    expect(() => issueScanToken(set, { ...claims, numberId: '2310001EA86V47B' })).toThrow('a scan token needs the id of a number');
  });
});
