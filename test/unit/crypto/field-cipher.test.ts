import fc from 'fast-check';
import { createFieldCipher } from '../../../infra/crypto/field-cipher.ts';
import { SealedError } from '../../../infra/crypto/sealed-error.ts';
import { rotatedKeySet, testKeySet } from '../../support/crypto/key-sets.ts';

const codeOf = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    if (error instanceof SealedError) return error.code;
    throw error;
  }
  return 'OPENED';
};

describe('field cipher', () => {
  const set = testKeySet();
  const cipher = createFieldCipher(set);

  it('opens what it sealed, for any text and context', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (plain, context) => {
        expect(cipher.open(cipher.seal(plain, context), context)).toBe(plain);
      }),
    );
  });

  it('never gives the same text twice, and shows nothing but the key id', () => {
    const [one, two] = [cipher.seal('370101199901011234', 'graduate.id'), cipher.seal('370101199901011234', 'graduate.id')];
    expect(one).not.toBe(two);
    expect(cipher.keyIdOf(one)).toBe(set.current);
    expect(Buffer.from(one.split('.')[2]!, 'base64url').toString('latin1')).not.toContain('370101');
  });

  it('does not open in another place', () => {
    const sealed = cipher.seal('2310001EA86V47B', 'grant:1');
    expect(codeOf(() => cipher.open(sealed, 'grant:2'))).toBe('SEAL_BROKEN');
  });

  it('notices every changed character', () => {
    const sealed = cipher.seal('2310001EA86V47B', 'grant:1');
    for (let index = 0; index < sealed.length; index += 1) {
      const changed = sealed.slice(0, index) + (sealed[index] === 'A' ? 'B' : 'A') + sealed.slice(index + 1);
      expect(codeOf(() => cipher.open(changed, 'grant:1'))).toMatch(/SEAL_BROKEN|KEY_UNKNOWN/);
    }
    expect(codeOf(() => cipher.open(sealed.slice(0, 12), 'grant:1'))).toBe('SEAL_BROKEN');
    expect(codeOf(() => cipher.open('', 'grant:1'))).toBe('SEAL_BROKEN');
  });

  it('reads old values after a rotation, and says when their key is gone', () => {
    const rotated = rotatedKeySet(set);
    const old = cipher.seal('text', 'c');
    expect(createFieldCipher(rotated).open(old, 'c')).toBe('text');
    expect(createFieldCipher(rotated).keyIdOf(createFieldCipher(rotated).seal('text', 'c'))).toBe(rotated.current);
    expect(codeOf(() => createFieldCipher(testKeySet('other')).open(old, 'c'))).toBe('KEY_UNKNOWN');
  });
});
