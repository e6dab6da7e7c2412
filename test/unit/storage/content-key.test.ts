import { createContentKeys } from '../../../infra/storage/content-key.ts';
import { testKeySet } from '../../support/crypto/key-sets.ts';

describe('content key', () => {
  const set = testKeySet();
  const contentKey = createContentKeys(set);

  it('is the same for equal inputs and another for any other input or purpose', () => {
    const key = contentKey('statement', { number: 1, name: '买买提·艾力' });
    expect(key).toMatch(/^[0-9a-f]{64}$/);
    expect(createContentKeys(set)('statement', { name: '买买提·艾力', number: 1 })).toBe(key);
    expect(contentKey('statement', { number: 2, name: '买买提·艾力' })).not.toBe(key);
    expect(contentKey('slip', { number: 1, name: '买买提·艾力' })).not.toBe(key);
  });

  it('cannot be made without the keyring', () => {
    expect(createContentKeys(testKeySet())('statement', 1)).not.toBe(contentKey('statement', 1));
  });
});
