import { randomInt } from 'node:crypto';
import { fromBase32, toBase32 } from '../../../domain/offline/base32.ts';
import { judgeStatement, type OfflineKnowledge } from '../../../domain/offline/judge-statement.ts';
import { listValidityMs } from '../../../domain/offline/status-list.ts';
import { issuePayload, readPayload } from '../../../infra/offline/scan-payload.ts';
import { listIssuedAt, printedStatement, publishedList, samplePayload, signingKeySet } from '../../support/offline/offline-fixture.ts';

const { set, text, knowledge } = printedStatement();
const judge = (scanned: string, other: Partial<OfflineKnowledge> = {}) => judgeStatement(scanned, { ...knowledge, ...other });
const withList = (list: Buffer) => ({ lists: new Map([[4, list]]) });

describe('X23 a statement judged without a network', () => {
  it('is good as of its list, and says what the paper must say', async () => {
    expect(await judge(text)).toEqual({ answer: 'GOOD', asOf: listIssuedAt, statement: { ...samplePayload, keyId: 'k1' } });
    expect(await judge(`https://example.com/verification/dossier#${text}\n`)).toMatchObject({ answer: 'GOOD' });
  });

  it.each([
    ['the list is missing', { lists: new Map() }, 'LIST_MISSING'],
    ['the list is stale', { now: listIssuedAt + listValidityMs }, 'LIST_STALE'],
    ['the list is from the future', { now: listIssuedAt - 1 }, 'LIST_FROM_THE_FUTURE'],
    ['the list is of another id', withList(publishedList(set, [], { list: 5 })), 'LIST_BROKEN'],
    ['the list is by an unknown key', withList(publishedList(signingKeySet('k9'), [])), 'LIST_BROKEN'],
    ['the list is by another key of that name', withList(publishedList(signingKeySet('k1'), [])), 'LIST_BROKEN'],
    ['the list was made before the number', withList(publishedList(set, [], { at: samplePayload.issuedAt - 1000 })), 'LIST_STALE'],
    [
      'the number was issued in the second of the list',
      { ...withList(publishedList(set, [], { at: samplePayload.issuedAt })), now: samplePayload.issuedAt },
      'LIST_OLDER_THAN_NUMBER',
    ],
    ['the key is unknown', { keys: new Map() }, 'KEY_UNKNOWN'],
    ['the statement is from the future', { now: samplePayload.issuedAt - 1 }, 'FROM_THE_FUTURE'],
  ] as [string, Partial<OfflineKnowledge>, string][])('cannot be told when %s', async (_, other, reason) => {
    expect(await judge(text, other)).toMatchObject({ answer: 'CANNOT_TELL', reason });
  });

  it('is bad from its end on, when revoked, and when another key of that name signed it', async () => {
    expect(await judge(text, { now: samplePayload.endsAt })).toMatchObject({
      answer: 'BAD',
      reason: 'EXPIRED',
      statement: { name: '示例同学' },
    });
    expect(await judge(text, withList(publishedList(set, [70_001])))).toMatchObject({ answer: 'BAD', reason: 'REVOKED' });
    // Nothing is ever reinstated, so an old list still knows what is revoked.
    expect(await judge(text, { ...withList(publishedList(set, [70_001])), now: listIssuedAt + listValidityMs })).toMatchObject({
      answer: 'BAD',
      reason: 'REVOKED',
    });
    expect(await judge(issuePayload(signingKeySet('k1'), samplePayload))).toEqual({ answer: 'BAD', reason: 'FORGED', statement: null });
  });

  it('a list cannot pass for a statement, nor a statement for a list, though the key is one', async () => {
    expect((await judge(toBase32(publishedList(set, [])))).answer).toBe('BAD');
    expect(await judge(text, withList(Buffer.from(fromBase32(text)!)))).toMatchObject({ answer: 'CANNOT_TELL', reason: 'LIST_BROKEN' });
  });
});

describe('X23 every change is noticed', () => {
  it('of any bit of the payload, by the reader and by the server', async () => {
    const bytes = fromBase32(text)!;
    const missed: number[] = [];
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      const flipped = Uint8Array.from(bytes);
      flipped[bit >> 3]! ^= 1 << (bit & 7);
      const scanned = toBase32(flipped);
      if ((await judge(scanned)).answer === 'GOOD' || readPayload(set, scanned)) missed.push(bit);
    }
    expect(missed).toEqual([]);
  });

  it('of any character, any cut and any other spelling of the text', async () => {
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
    const others = [...text].flatMap((character, place) => {
      const other = alphabet[(alphabet.indexOf(character) + randomInt(1, 32)) % 32]!;
      return [text.slice(0, place) + other + text.slice(place + 1), text.slice(0, place), text.slice(0, place) + text.slice(place + 1)];
    });
    others.push(text.toLowerCase(), `${text}A`, `${text}=`, `A${text}`, '');
    const missed: string[] = [];
    for (const scanned of others) if ((await judge(scanned)).answer === 'GOOD' || readPayload(set, scanned)) missed.push(scanned);
    expect(missed).toEqual([]);
  });

  it('of any bit of a list', async () => {
    const list = publishedList(set, [1, 70_000, 70_002]);
    const answers = new Set<string>();
    for (let bit = 0; bit < list.length * 8; bit += 1) {
      const flipped = Buffer.from(list);
      flipped[bit >> 3]! ^= 1 << (bit & 7);
      answers.add((await judge(text, withList(flipped))).answer);
    }
    expect([...answers]).toEqual(['CANNOT_TELL']);
  });
});
