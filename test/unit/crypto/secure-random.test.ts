import { newId, nextIndex } from '../../../infra/crypto/secure-random.ts';

describe('secure random', () => {
  it('gives every index of 29 about equally often', () => {
    const counts = new Array<number>(29).fill(0);
    const draws = 29_000;
    for (let draw = 0; draw < draws; draw += 1) counts[nextIndex(29)]! += 1;
    // Chi squared with 28 degrees of freedom stays below 80 but for one run in a million.
    const chiSquared = counts.reduce((sum, count) => sum + (count - draws / 29) ** 2 / (draws / 29), 0);
    expect(counts.every((count) => count > 0)).toBe(true);
    expect(chiSquared).toBeLessThan(80);
  });

  it('gives ids of version 7 that are all different and begin with the time', () => {
    const before = Date.now();
    const ids = Array.from({ length: 10_000 }, newId);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    const time = Number.parseInt(ids[0]!.replaceAll('-', '').slice(0, 12), 16);
    expect(time).toBeGreaterThanOrEqual(before - 5);
    expect(time).toBeLessThanOrEqual(Date.now());
  });
});
