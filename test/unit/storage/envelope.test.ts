import { openFile, sealFile } from '../../../infra/storage/envelope.ts';
import { rotatedKeySet, testKeySet } from '../../support/crypto/key-sets.ts';

const plain = Buffer.from('毕业生的证明材料');
const key = 'a'.repeat(64);

describe('envelope encryption', () => {
  const set = testKeySet();

  it('opens what it sealed, with a data key of its own each time', () => {
    const [one, two] = [sealFile(set, key, plain), sealFile(set, key, plain)];
    expect(openFile(set, key, one)).toEqual(plain);
    expect(one.equals(two)).toBe(false);
    expect(one.includes(plain)).toBe(false);
  });

  it('notices every changed byte, every cut and an exchange of files', () => {
    const sealed = sealFile(set, key, plain);
    for (let index = 0; index < sealed.length; index += 1) {
      const changed = Buffer.from(sealed);
      changed[index]! ^= 1;
      expect(() => openFile(set, key, changed)).toThrow(/seal|sealed/);
      expect(() => openFile(set, key, sealed.subarray(0, index))).toThrow(/seal|sealed/);
    }
    expect(() => openFile(set, 'b'.repeat(64), sealed)).toThrow('the seal does not fit its content or its place');
  });

  it('is read after a rotation, and not once its key is gone', () => {
    const sealed = sealFile(set, key, plain);
    expect(openFile(rotatedKeySet(set), key, sealed)).toEqual(plain);
    expect(() => openFile(testKeySet('other'), key, sealed)).toThrow('sealed with a key that is not in the keyring');
  });
});
