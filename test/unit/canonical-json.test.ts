import fc from 'fast-check';
import { canonicalJson } from '../../domain/canonical-json.ts';

describe('canonical JSON', () => {
  it('sorts keys at every depth and leaves out what is undefined', () => {
    expect(canonicalJson({ b: [{ z: 1, a: null }], a: '𬭎"', c: undefined })).toBe('{"a":"𬭎\\"","b":[{"a":null,"z":1}]}');
  });

  it('gives one text for equal values, whatever the order of their keys', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const reversed = Object.fromEntries(Object.entries(value).reverse());
        expect(canonicalJson(reversed)).toBe(canonicalJson(value));
        // JSON turns -0 into 0; everything else comes back as it was.
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it.each([[Number.NaN], [1n], [[undefined]], [() => 1], [new Date(0)], [new Map()], [undefined]])('refuses %p', (value) => {
    expect(() => canonicalJson(value)).toThrow(TypeError);
  });
});
