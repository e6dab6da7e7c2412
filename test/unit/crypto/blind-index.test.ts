import { createBlindIndex } from '../../../infra/crypto/blind-index.ts';
import { rotatedKeySet, testKeySet } from '../../support/crypto/key-sets.ts';

describe('blind index', () => {
  const set = testKeySet();
  const index = createBlindIndex(set);

  it('is equal for equal values of one purpose only', () => {
    expect(index.blindIndex('2310001EA86V47B', 'number')).toBe(createBlindIndex(set).blindIndex('2310001EA86V47B', 'number'));
    expect(index.blindIndex('2310001EA86V47B', 'id')).not.toBe(index.blindIndex('2310001EA86V47B', 'number'));
    expect(index.blindIndex('b:c', 'a')).not.toBe(index.blindIndex('c', 'a:b'));
  });

  it('tells nothing without the key', () => {
    const other = createBlindIndex(testKeySet());
    expect(other.blindIndex('2310001EA86V47B', 'number')).not.toBe(index.blindIndex('2310001EA86V47B', 'number'));
  });

  it('finds values of old keys while keys are being rotated, the current key first', () => {
    const rotated = createBlindIndex(rotatedKeySet(set));
    const candidates = rotated.candidates('value', 'p');
    expect(candidates).toEqual([rotated.blindIndex('value', 'p'), index.blindIndex('value', 'p')]);
    expect(candidates[0]).toMatch(/^k2\.[\w-]{43}$/);
  });
});
