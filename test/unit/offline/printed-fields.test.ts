import { fieldLimits, fitText } from '../../../domain/offline/printed-fields.ts';
import { placeOf } from '../../../infra/offline/status-places.ts';
import { issuePayload } from '../../../infra/offline/scan-payload.ts';
import { listLength } from '../../../domain/offline/status-list.ts';
import { testKeySet } from '../../support/crypto/key-sets.ts';
import { samplePayload, signingKeySet } from '../../support/offline/offline-fixture.ts';

describe('X23 what the code carries', () => {
  it('is cut between characters where it is too long, and says so', () => {
    expect(fitText('示例大学', 12)).toBe('示例大学');
    expect(fitText('示例大学', 11)).toBe('示例…');
    expect(fitText('𬭎𬭎𬭎', 11)).toBe('𬭎𬭎…');
    expect(fitText('', 3)).toBe('');
  });

  it('is at most 525 characters, whatever is printed', () => {
    const longest = Object.fromEntries(Object.entries(fieldLimits).map(([field, limit]) => [field, fitText('示'.repeat(200), limit)]));
    expect(issuePayload(signingKeySet('2026-11-23'), { ...samplePayload, ...longest }).length).toBe(525);
  });
});

describe('X23 places in the status lists', () => {
  const set = testKeySet();

  it('of a list are all different: by chance alone, 20,000 of them would meet some 380 times', () => {
    const places = Array.from({ length: 20_000 }, (_, n) => placeOf(set, 'TRANSFER', n));
    expect(new Set(places.map(({ statusIndex }) => statusIndex)).size).toBe(20_000);
    expect(places.every(({ statusList, statusIndex }) => statusList === 1 && statusIndex >= 0 && statusIndex < listLength)).toBe(true);
  });

  it('are in even lists for verification numbers and in odd ones for transfer numbers', () => {
    expect(
      [0, listLength - 1, listLength, 5 * listLength].map((n) => [
        placeOf(set, 'VERIFICATION', n).statusList,
        placeOf(set, 'TRANSFER', n).statusList,
      ]),
    ).toEqual([
      [0, 1],
      [0, 1],
      [2, 3],
      [10, 11],
    ]);
  });

  it('tell nothing of the order: neighbours lie a third of a list apart on average, and another list or key has another order', () => {
    const indexes = Array.from({ length: 4_000 }, (_, n) => placeOf(set, 'VERIFICATION', n).statusIndex);
    const apart = indexes.slice(1).map((index, n) => Math.abs(index - indexes[n]!) / listLength);
    const mean = apart.reduce((sum, share) => sum + share, 0) / apart.length;
    expect(mean).toBeGreaterThan(0.31);
    expect(mean).toBeLessThan(0.36);
    const shared = (others: number[]) => others.filter((index, n) => index === indexes[n]).length;
    expect(shared(indexes.map((_, n) => placeOf(set, 'VERIFICATION', listLength + n).statusIndex))).toBeLessThan(5);
    expect(shared(indexes.map((_, n) => placeOf(testKeySet(), 'VERIFICATION', n).statusIndex))).toBeLessThan(5);
  });
});
