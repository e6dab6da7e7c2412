import type { Pool } from '../../../infra/database/pool.ts';
import { openVerification } from '../../../api/verification/open-verification.ts';
import { openApplication, type TestApplication } from '../support/application.ts';
import { Client, type Reply } from '../support/client.ts';
import { numberOf, unknownNumber } from '../support/numbers.ts';
import { schoolWithPeople } from '../support/people.ts';
import { numbered } from '../support/stages.ts';

/** Every statement that the application has sent to the database, and how many rows came back. */
let statements: [statement: string, rows: number][] = [];
/** How often a sealed record was opened. */
let opened = 0;
let app: TestApplication;
let number: string;

beforeAll(async () => {
  app = await openApplication({
    replace: ({ pool, seals, keyring, newId }, { config, metrics }) => ({
      ...openVerification({
        pool: spyOn(pool),
        keyring,
        newId,
        metrics,
        limits: config.verification.limits,
        seals: {
          ...seals,
          openShown: (id, sealed) => {
            opened += 1;
            return seals.openShown(id, sealed);
          },
        },
      }),
    }),
  });
  const people = await schoolWithPeople(app);
  number = await numberOf(app, 'VERIFICATION', (await numbered(app, people)).grantId);
  // Others, so that the number is neither the only nor the last one.
  await numbered(app, await schoolWithPeople(app));
});
afterAll(() => app.close());

function spyOn(pool: Pool): Pool {
  const query = async (config: { name?: string; text: string }, ...rest: unknown[]) => {
    const result = await (pool.query as (...args: unknown[]) => Promise<{ rows: unknown[] }>)(config, ...rest);
    statements.push([config.name ?? config.text, result.rows.length]);
    return result;
  };
  return new Proxy(pool, { get: (target, key): unknown => (key === 'query' ? query : Reflect.get(target, key)) });
}

async function traced(
  name: string,
  typed: string,
  entry = 'dossier',
): Promise<{ reply: Reply; statements: [string, number][]; opened: number }> {
  await app.deps.guesses.settle();
  statements = [];
  opened = 0;
  const reply = await new Client(app.url).post(`/api/verification/${entry}`, { name, number: typed });
  const trace = { reply, statements: [...statements], opened };
  await app.deps.guesses.settle();
  return trace;
}

const visible = ({ status, text, headers }: Reply) => ({
  status,
  text,
  headers: [...headers].filter(([header]) => !['date', 'x-request-id'].includes(header)),
});

describe('a wrong name, an unknown number and the other entry', () => {
  it('R49 have the same status, headers and bytes', async () => {
    const answers = [
      await traced('别人', number),
      await traced('示例同学', unknownNumber()),
      await traced('示例同学', number, 'hukou'),
    ].map(({ reply }) => visible(reply));
    expect(answers[0]).toMatchObject({ status: 200, text: '{"outcome":"NOT_FOUND"}' });
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
  });

  it('R49 cost the same statements, the same rows and the same seal opened', async () => {
    const [wrongName, unknown, otherEntry] = [
      await traced('别人', number),
      await traced('示例同学', unknownNumber()),
      await traced('示例同学', number, 'hukou'),
    ];
    expect(wrongName.statements).toEqual([
      ['charge-guesses', 3],
      ['find-VERIFICATION-index', 1],
    ]);
    expect(wrongName.opened).toBe(1);
    for (const { statements: same, opened: seals } of [unknown, otherEntry])
      expect([same, seals]).toEqual([wrongName.statements, wrongName.opened]);
  });

  it('R49 the test would see a difference: the right name costs one statement more', async () => {
    // What is given back comes later, with the next charge.
    expect((await traced('示例同学', number)).statements.slice(0, 3)).toEqual([
      ['charge-guesses', 3],
      ['find-VERIFICATION-index', 1],
      ['record-lookups', 1],
    ]);
  });
});
