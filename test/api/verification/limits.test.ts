import { createHash } from 'node:crypto';
import { findSolution } from '../../../domain/verification/challenge.ts';
import { VerificationLimits } from '../../../domain/verification/limits.ts';
import { moveRecordClock } from '../../../api/development/move-record-clock.ts';
import { composeVerificationNumber } from '../../../domain/numbers/compose-number.ts';
import { nextIndex } from '../../../infra/crypto/secure-random.ts';
import { openApplication, type TestApplication } from '../support/application.ts';
import { Client, type Reply } from '../support/client.ts';
import { numberOf, unknownNumber } from '../support/numbers.ts';
import { schoolWithPeople, type SchoolWithPeople } from '../support/people.ts';
import { numbered } from '../support/stages.ts';

let app: TestApplication;
let people: SchoolWithPeople;
let number: string;
const name = '示例同学';

beforeEach(async () => {
  app = await openApplication({ environment: { VERIFICATION_LIMITS: JSON.stringify({ challengeBits: 6, questionsPerMinute: 100_000 }) } });
  people = await schoolWithPeople(app);
  number = await numberOf(app, 'VERIFICATION', (await numbered(app, people)).grantId);
});
afterEach(() => app.close());

const limits = VerificationLimits.parse({});
const ask = (typed: string, from: string, more: object = {}, who = name): Promise<Reply> =>
  new Client(app.url).post('/api/verification/dossier', { name: who, number: typed, ...more }, { headers: { 'x-forwarded-for': from } });
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest();
const proofOf = ({
  body: {
    challenge: { text, bits },
  },
}: Reply) => ({ challenge: text as string, counter: findSolution(sha256, text as string, bits as number, 0, 1_000_000) ?? -1 });

/** Asks, and solves the challenge when there is one. */
async function askPatiently(typed: string, from: string): Promise<Reply> {
  const reply = await ask(typed, from);
  return reply.body.code === 'CHALLENGE_REQUIRED' ? ask(typed, from, { proof: proofOf(reply) }) : reply;
}

async function useUp(from: () => string, typed: () => string): Promise<number> {
  let answered = 0;
  while ((await ask(typed(), from())).status === 200) answered += 1;
  return answered;
}

describe('limits of verification', () => {
  it('R49 by address: guesses run out, then a challenge lets through, then a refusal says when to come back', async () => {
    expect(await useUp(() => '198.51.100.1', unknownNumber)).toBe(limits.address.free.capacity);
    const challenged = await ask(unknownNumber(), '198.51.100.1');
    expect(challenged).toMatchObject({ status: 429, body: { code: 'CHALLENGE_REQUIRED', challenge: { bits: 6 } } });
    let passed = 0;
    let last: Reply;
    do last = await askPatiently(unknownNumber(), '198.51.100.1');
    while (last.status === 200 && (passed += 1) < 1_000);
    expect(passed).toBe(limits.address.challenged.capacity);
    expect(last).toMatchObject({ status: 429, body: { code: 'TOO_MANY_REQUESTS' } });
    expect(Number(last.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await ask(unknownNumber(), '198.51.100.2')).status).toBe(200);
  });

  it('R49 a clerk behind a busy address gets through with a second of work, and a hall of clerks needs none', async () => {
    await useUp(() => '198.51.100.3', unknownNumber);
    expect((await ask(number, '198.51.100.3')).body.code).toBe('CHALLENGE_REQUIRED');
    expect((await askPatiently(number, '198.51.100.3')).body.outcome).toBe('VALID');
    for (let clerk = 0; clerk < 3 * limits.address.free.capacity; clerk += 1)
      expect((await ask(number, '198.51.100.4')).body.outcome).toBe('VALID');
  });

  it('R49 by number, wherever the guesses come from and however it is typed', async () => {
    let from = 0;
    const address = () => `203.0.113.${(from += 1)}`;
    const unknown = unknownNumber();
    expect(await useUp(address, () => (from % 2 ? unknown : unknown.toLowerCase()))).toBe(limits.number.free.capacity);
    expect((await ask(unknown, address())).body.code).toBe('CHALLENGE_REQUIRED');
    expect((await ask(unknownNumber(), address())).status).toBe(200);
  });

  it('R49 by address: one /64 of IPv6 is one, and nobody but a trusted proxy says who asks', async () => {
    let host = 0;
    expect(await useUp(() => `2001:db8:1:2::${(host += 1).toString(16)}`, unknownNumber)).toBe(limits.address.free.capacity);
    expect((await ask(unknownNumber(), '2001:db8:1:3::1')).status).toBe(200);
    const untrusting = await openApplication({ environment: { TRUSTED_PROXIES: '192.0.2.1' }, beside: app });
    try {
      const guess = (count: number) =>
        new Client(untrusting.url).post(
          '/api/verification/dossier',
          { name, number: unknownNumber() },
          { headers: { 'x-forwarded-for': `203.0.113.${count}` } },
        );
      for (let count = 0; count < limits.address.free.capacity; count += 1) expect((await guess(count)).status).toBe(200);
      expect((await guess(99)).body.code).toBe('CHALLENGE_REQUIRED');
    } finally {
      await untrusting.close();
    }
  });

  it('R49 shared by replicas, also when everything comes at once', async () => {
    const replica = await openApplication({ beside: app, environment: { VERIFICATION_LIMITS: JSON.stringify({ challengeBits: 6 }) } });
    try {
      const urls = [app.url, replica.url];
      const statuses = await Promise.all(
        Array.from(
          { length: 100 },
          async (_, index) =>
            (
              await new Client(urls[index % 2] ?? '').post(
                '/api/verification/dossier',
                { name, number: unknownNumber() },
                { headers: { 'x-forwarded-for': '198.51.100.5' } },
              )
            ).status,
        ),
      );
      expect(statuses.filter((status) => status === 200)).toHaveLength(limits.address.free.capacity);
    } finally {
      await replica.close();
    }
  });

  it('a flood of questions from one address is refused before anything is looked up', async () => {
    const flooded = await openApplication({ beside: app, environment: { VERIFICATION_LIMITS: JSON.stringify({ questionsPerMinute: 3 }) } });
    try {
      const statuses: number[] = [];
      for (let count = 0; count < 5; count += 1)
        statuses.push((await new Client(flooded.url).post('/api/verification/dossier', { token: 'x' })).status);
      expect(statuses).toEqual([200, 200, 200, 429, 429]);
      expect(await flooded.deps.metrics.print()).toContain('quxiang_verification_limits_total{subject="address",tier="flood"} 2');
    } finally {
      await flooded.close();
    }
  });
});

describe('published keys and lists', () => {
  it.each(['/api/offline/keys', '/api/offline/lists', '/api/offline/lists/0', '/.well-known/jwks.json'])(
    '%s are limited by address, apart from questions',
    async (path) => {
      const flooded = await openApplication({
        beside: app,
        environment: { VERIFICATION_LIMITS: JSON.stringify({ downloadsPerMinute: 2 }) },
      });
      try {
        const client = new Client(flooded.url);
        const replies = [await client.get(path), await client.get(path), await client.get(path)];
        expect(replies.map(({ status }) => status === 429)).toEqual([false, false, true]);
        expect(Number(replies[2]?.headers.get('retry-after'))).toBeGreaterThan(0);
        expect((await client.post('/api/verification/dossier', { token: 'x' })).status).toBe(200);
      } finally {
        await flooded.close();
      }
    },
  );
});

describe('a script that guesses for an hour', () => {
  it('R49 with the right year, school and name, from one address, solving every challenge: finds nothing, is slowed down, and is seen', async () => {
    const guess = () => composeVerificationNumber({ year2: '27', schoolCode: people.school.schoolCode, nextIndex });
    const seen = { answered: 0, refused: 0, valid: 0 };
    for (let minute = 0; minute < 60; minute += 1) {
      await moveRecordClock(app.record.database.adminUrl, minute * 60_000);
      for (let guesses = 0; guesses < 12; guesses += 1) {
        const { status, body } = await askPatiently(guess(), '198.51.100.66');
        if (status === 200) seen.answered += 1;
        else seen.refused += 1;
        if (body.outcome === 'VALID') seen.valid += 1;
      }
    }
    const { free, challenged } = limits.address;
    const most = free.capacity + 3_600 / free.secondsEach + challenged.capacity + 3_600 / challenged.secondsEach;
    expect(seen.valid).toBe(0);
    expect(seen.answered).toBeLessThanOrEqual(most);
    expect(seen.answered + seen.refused).toBe(720);
    const measured = await app.deps.metrics.print();
    const counted = (line: string) => Number(new RegExp(`^${line.replaceAll(/[{}]/g, '\\$&')} (\\d+)$`, 'm').exec(measured)?.[1] ?? 0);
    expect(counted('quxiang_verifications_total{entry="dossier",way="NUMBER",outcome="NOT_FOUND"}')).toBe(seen.answered);
    expect(counted('quxiang_verification_limits_total{subject="address",tier="challenged"}')).toBe(seen.refused);
    expect(counted('quxiang_verification_limits_total{subject="address",tier="free"}')).toBeGreaterThan(500);
    expect(counted('quxiang_verification_challenges_total{result="SOLVED"}')).toBeGreaterThan(500);
    expect(measured).not.toContain('198.51.100.66');
    expect((await app.record.pool.query('SELECT FROM "verification_record"')).rowCount).toBe(0);
  });

  it('R49 from two hundred addresses: what is left over all is what bounds it', async () => {
    const small = { free: { capacity: 50, secondsEach: 60 }, challenged: { capacity: 20, secondsEach: 60 } };
    const crowd = await openApplication({
      beside: app,
      environment: { VERIFICATION_LIMITS: JSON.stringify({ overall: small, challengeBits: 6 }) },
    });
    try {
      let answered = 0;
      for (let bot = 0; bot < 200; bot += 1) {
        const client = new Client(crowd.url);
        const body = { name, number: unknownNumber() };
        const headers = { 'x-forwarded-for': `10.9.${bot >> 4}.${bot}` };
        let reply = await client.post('/api/verification/dossier', body, { headers });
        if (reply.body.code === 'CHALLENGE_REQUIRED')
          reply = await client.post('/api/verification/dossier', { ...body, proof: proofOf(reply) }, { headers });
        if (reply.status === 200) answered += 1;
      }
      expect(answered).toBeGreaterThanOrEqual(70);
      expect(answered).toBeLessThanOrEqual(72);
      expect(await crowd.deps.metrics.print()).toContain('quxiang_verification_limits_total{subject="overall",tier="challenged"} 1');
    } finally {
      await crowd.close();
    }
  });
});
