import { waitUntil } from '../../../scripts/stack/wait-until.ts';
import { openApplication, type TestApplication } from '../support/application.ts';
import { Client } from '../support/client.ts';
import { numberOf } from '../support/numbers.ts';
import { schoolWithPeople, type SchoolWithPeople } from '../support/people.ts';
import { numbered } from '../support/stages.ts';

// Nobody asks about one number that often: here it is asked without a break.
const many = { capacity: 1_000, secondsEach: 1 };
const environment = { VERIFICATION_LIMITS: JSON.stringify({ questionsPerMinute: 100_000, number: { free: many, challenged: many } }) };
let first: TestApplication;
let second: TestApplication;
let people: SchoolWithPeople;

beforeAll(async () => {
  first = await openApplication({ environment });
  second = await openApplication({ environment, beside: first });
  people = await schoolWithPeople(first);
});
afterAll(async () => {
  await second.close();
  await first.close();
});

interface Answer {
  readonly askedAt: number;
  readonly outcome: string;
  readonly replica: number;
}

describe('two replicas', () => {
  it('R31 R50 a question asked after the grant was closed is answered CLOSED by both, while others keep asking', async () => {
    const { grantId } = await numbered(first, people);
    const question = { name: '示例同学', number: await numberOf(first, 'VERIFICATION', grantId) };
    const answers: Answer[] = [];
    let stopped = false;
    const askOn = (replica: number) => async () => {
      const client = new Client([first.url, second.url][replica] ?? '');
      while (!stopped) {
        const askedAt = performance.now();
        const { body } = await client.post('/api/verification/dossier', question);
        answers.push({ askedAt, outcome: body.outcome, replica });
      }
    };
    const asking = [0, 0, 0, 1, 1, 1].map((replica) => askOn(replica)());
    const both = (fits: (answer: Answer) => boolean) =>
      waitUntil(() => [0, 1].every((replica) => answers.filter((answer) => answer.replica === replica && fits(answer)).length >= 5), {
        timeoutMs: 30_000,
        explain: () => new Error('a replica does not answer'),
      }).catch((error: unknown) => {
        stopped = true;
        throw error;
      });
    await both(({ outcome }) => outcome === 'VALID');
    // Closed through one replica; the transaction is committed when it has answered.
    const closed = await people.clients.graduate.post(`/api/graduates/${people.graduate.graduateId}/grants/${grantId}/closing`);
    const closedAt = performance.now();
    await both(({ askedAt }) => askedAt > closedAt);
    stopped = true;
    await Promise.all(asking);
    expect(closed.status).toBe(200);
    // Not a second, not a millisecond: nothing is kept between two questions.
    expect(new Set(answers.filter(({ askedAt }) => askedAt > closedAt).map(({ outcome }) => outcome))).toEqual(new Set(['CLOSED']));
  });

  it('R54 every VALID answer of either is on record', async () => {
    const other = await schoolWithPeople(first);
    const { grantId } = await numbered(first, other);
    const question = { name: '示例同学', number: await numberOf(first, 'VERIFICATION', grantId) };
    const outcomes = await Promise.all(
      Array.from(
        { length: 60 },
        async (_, index) =>
          (await new Client([first.url, second.url][index % 2] ?? '').post('/api/verification/dossier', question)).body.outcome,
      ),
    );
    const { rowCount } = await first.record.pool.query('SELECT FROM "verification_record" WHERE "grantId" = $1', [grantId]);
    expect(rowCount).toBe(outcomes.filter((outcome) => outcome === 'VALID').length);
    expect(rowCount).toBeGreaterThan(0);
  });
});
