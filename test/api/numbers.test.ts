import { Role } from '../../domain/access/role.ts';
import { normaliseNumber } from '../../domain/numbers/read-number.ts';
import { routesOf } from '../../api/routes.ts';
import { adminActor, graduateActor, run } from '../support/record/commands.ts';
import { openApplication, type TestApplication } from './support/application.ts';
import { Client, type Reply } from './support/client.ts';
import { numberOf } from './support/numbers.ts';
import { ask } from './support/requests.ts';
import { createWorld, somebodyAs, type World } from './support/world.ts';

let app: TestApplication;
beforeAll(async () => {
  app = await openApplication({ environment: { VERIFICATION_LIMITS: JSON.stringify({ questionsPerMinute: 100_000 }) } });
});
afterAll(() => app.close());

const routes = routesOf({ clock: { development: true }, environment: 'test' });
const reads = routes.filter(({ head }) => head.method === 'get');
// Signing out last: it ends what the others need. The clock is left where it is.
const writes = routes
  .filter(({ head }) => head.method !== 'get' && head.path !== '/api/development/clock')
  .sort((a, b) => Number(a.head.path === '/api/sign-out') - Number(b.head.path === '/api/sign-out'));

interface Issued {
  readonly graduateId: string;
  readonly kind: 'VERIFICATION' | 'TRANSFER';
  readonly number: string;
}
type Answers = [string, Reply][];

/** A world with live numbers of both kinds for both entries. */
async function numberedWorld(): Promise<World> {
  const world = await createWorld(app, '110000');
  const { school, graduate } = world.people;
  for (const [actor, type, payload] of [
    [graduateActor(graduate), 'ISSUE_GRANT', { kind: 'HUKOU', endDate: '2027-12-31' }],
    [adminActor(school), 'ISSUE_TRANSFER_NUMBER', { kind: 'HUKOU' }],
  ] as const)
    expect((await run(app.record, graduate.graduateId, actor, type, payload, { proofedAt: Date.now() })).code).toBe('APPLIED');
  return world;
}

/** Every number that this database holds, live or dead, in the clear. */
async function everyNumber(): Promise<Issued[]> {
  const { rows } = await app.record.pool.query<{ id: string; graduateId: string; kind: Issued['kind'] }>(`
    SELECT "id", "graduateId", 'VERIFICATION' AS "kind" FROM "verification_grant" UNION ALL SELECT "id", "graduateId", 'TRANSFER' FROM "transfer_number"`);
  return Promise.all(rows.map(async ({ id, graduateId, kind }) => ({ graduateId, kind, number: await numberOf(app, kind, id) })));
}

/** Every answer of every route to somebody: reads while the numbers live, writes, refusals, and reads of what the writes have left. */
async function everyAnswer(client: Client, world: World): Promise<Answers> {
  const answers: Answers = [];
  for (const route of [...reads, ...writes, ...reads])
    answers.push([`${route.head.method} ${route.head.path}`, await ask(route, world, client)]);
  return answers;
}

/** However it is grouped or written: capital or small, in any width, with anything between. */
const plain = (text: string): string => normaliseNumber(text.normalize('NFKC').replaceAll(/[^\p{L}\p{N}]/gu, ''));
const textOf = ({ text, headers }: Reply): string => plain(text + JSON.stringify([...headers]));

/** Where a number stands that somebody must not see. */
function leaks(answers: Answers, numbers: readonly Issued[]): string[] {
  return answers.flatMap(([path, reply]) => {
    const text = textOf(reply);
    return numbers.filter(({ number }) => text.includes(plain(number))).map(({ kind }) => `${kind} in ${path}`);
  });
}

const staff = Role.options.filter((role) => role !== 'GRADUATE');
const withTransferNumbers: readonly Role[] = ['COLLEGE_REVIEWER', 'COLLEGE_ADMIN', 'SCHOOL_REVIEWER', 'SCHOOL_ADMIN'];

describe('numbers in answers, over every route', () => {
  it('asks every route of the OpenAPI document but one', async () => {
    const { body } = await new Client(app.url).get('/api/openapi.json');
    const documented = Object.entries<object>(body.paths).flatMap(([path, operations]) =>
      Object.keys(operations).map((method) => `${method} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`),
    );
    expect([...reads, ...writes].map(({ head }) => `${head.method} ${head.path}`).sort()).toEqual(
      documented.filter((route) => route !== 'post /api/development/clock').sort(),
    );
  });

  it.each(staff)('R25 R34 R36 %s sees no verification number, and a transfer number only as a desk of its school', async (role) => {
    const [world, elsewhere] = [await numberedWorld(), await numberedWorld()];
    const answers = await everyAnswer(await somebodyAs(app, role, world), world);
    const numbers = await everyNumber();
    expect(
      leaks(
        answers,
        numbers.filter(({ kind }) => kind === 'VERIFICATION'),
      ),
    ).toEqual([]);
    const own = numbers.filter(({ kind, graduateId }) => kind === 'TRANSFER' && graduateId === world.ids.graduate);
    expect(
      leaks(
        answers,
        numbers.filter(
          ({ kind, graduateId }) => kind === 'TRANSFER' && (!withTransferNumbers.includes(role) || graduateId !== world.ids.graduate),
        ),
      ),
    ).toEqual([]);
    // The search finds what is there.
    if (withTransferNumbers.includes(role)) expect(leaks(answers, own)).toContain('TRANSFER in get /api/graduates/:id');
    expect(numbers.some(({ graduateId }) => graduateId === elsewhere.ids.graduate)).toBe(true);
  });

  it('R25 R36 the graduate sees the own verification numbers, nobody else’s, and no transfer number', async () => {
    const [world] = [await numberedWorld(), await numberedWorld()];
    const answers = await everyAnswer(await somebodyAs(app, 'GRADUATE', world), world);
    const numbers = await everyNumber();
    const isOwn = ({ kind, graduateId }: Issued) => kind === 'VERIFICATION' && graduateId === world.ids.graduate;
    expect(
      leaks(
        answers,
        numbers.filter((issued) => !isOwn(issued)),
      ),
    ).toEqual([]);
    expect(leaks(answers, numbers.filter(isOwn))).toContain('VERIFICATION in get /api/graduates/:id');
  });

  it('R25 R36 nobody who is not signed in sees any, the verifier who typed one included', async () => {
    const world = await numberedWorld();
    const numbers = await everyNumber();
    const anybody = new Client(app.url);
    const answers = await everyAnswer(anybody, world);
    for (const { number, graduateId } of numbers.filter((issued) => issued.graduateId === world.ids.graduate)) {
      for (const entry of ['dossier', 'hukou']) {
        const reply = await anybody.post(`/api/verification/${entry}`, { name: '示例同学', number });
        answers.push([`verification of ${graduateId}`, reply]);
        if (reply.body.slip) answers.push(['receipt', await anybody.post('/api/receipts', { slip: reply.body.slip })]);
      }
    }
    expect(answers.filter(([, { body }]) => body?.outcome === 'VALID')).toHaveLength(4);
    expect(leaks(answers, numbers)).toEqual([]);
  });

  it('R25 R36 X23 none stands in the log or the measurements after all of this', async () => {
    const numbers = await everyNumber();
    expect(numbers.length).toBeGreaterThan(30);
    const kept = plain(app.log() + (await app.deps.metrics.print()));
    expect(numbers.filter(({ number }) => kept.includes(plain(number)))).toEqual([]);
    expect(app.log()).not.toContain('示例同学');
  });

  it('of identity documents are masked for everybody', async () => {
    const world = await numberedWorld();
    const {
      rows: [row],
    } = await app.record.pool.query<{ idNumberSealed: string }>('SELECT "idNumberSealed" FROM "graduate" WHERE "id" = $1', [
      world.ids.graduate,
    ]);
    const idNumber = app.record.cipher.open(row?.idNumberSealed ?? '', `graduate.idNumber:${world.ids.graduate}`);
    for (const role of Role.options) {
      const client = await somebodyAs(app, role, world);
      for (const route of reads)
        expect([role, route.head.path, (await ask(route, world, client)).text.includes(idNumber)]).toEqual([role, route.head.path, false]);
    }
  });
});
