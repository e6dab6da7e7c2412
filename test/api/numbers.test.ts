import { Role } from '../../domain/access/role.ts';
import { normaliseNumber } from '../../domain/numbers/read-number.ts';
import { routesOf } from '../../api/routes.ts';
import { openApplication, type TestApplication } from './support/application.ts';
import { Client, type Reply } from './support/client.ts';
import { addressOf } from './support/requests.ts';
import { createWorld, somebodyAs, type World } from './support/world.ts';

let app: TestApplication;
let world: World;
/** Both numbers as they stand in the record, in the clear. */
let verificationNumber: string;
let transferNumber: string;

beforeAll(async () => {
  app = await openApplication();
  world = await createWorld(app, '110000');
  const { pool, seals } = app.record;
  const { rows: [grant] } = await pool.query<{ numberSealed: string }>('SELECT "numberSealed" FROM "verification_grant" WHERE "id" = $1', [world.ids.grant]);
  const { rows: [transfer] } = await pool.query<{ numberSealed: string }>('SELECT "numberSealed" FROM "transfer_number" WHERE "id" = $1', [world.ids.transferNumber]);
  verificationNumber = seals.open('VERIFICATION', world.ids.grant, grant?.numberSealed ?? '');
  transferNumber = seals.open('TRANSFER', world.ids.transferNumber, transfer?.numberSealed ?? '');
});
afterAll(() => app.close());

// Files are read for their text in the tests of the statements.
const readable = routesOf({ clock: { development: true }, environment: 'test' }).filter(({ head }) => head.method === 'get' && head.produces === undefined && head.status === undefined);

/** Every answer that somebody in a role gets from anywhere. */
async function everyAnswer(role: Role): Promise<[string, Reply][]> {
  const client = await somebodyAs(app, role, world);
  return Promise.all(readable.map(async (route): Promise<[string, Reply]> => [route.head.path, await client.get(addressOf(route, world))]));
}

/** However it is grouped or written. */
const holds = ({ text, headers }: Reply, number: string): boolean => {
  const all = text + JSON.stringify([...headers]);
  return all.includes(number) || normaliseNumber(all).includes(normaliseNumber(number));
};

const staff = Role.options.filter((role) => role !== 'GRADUATE');
const withTransferNumbers: readonly Role[] = ['COLLEGE_REVIEWER', 'COLLEGE_ADMIN', 'SCHOOL_REVIEWER', 'SCHOOL_ADMIN'];

describe('numbers in answers', () => {
  it('would be found by this test: the graduate’s own view holds the verification number, the school’s the transfer number', async () => {
    expect((await everyAnswer('GRADUATE')).filter(([, reply]) => holds(reply, verificationNumber)).map(([path]) => path)).toEqual(['/api/graduates/:id']);
    expect((await everyAnswer('SCHOOL_ADMIN')).filter(([, reply]) => holds(reply, transferNumber)).map(([path]) => path)).toEqual(['/api/graduates/:id']);
  });

  it.each(staff)('R25 R34: a verification number is in no answer to %s', async (role) => {
    for (const [path, reply] of await everyAnswer(role)) expect([path, holds(reply, verificationNumber)]).toEqual([path, false]);
  });

  it.each(Role.options.filter((role) => !withTransferNumbers.includes(role)))('R36: a transfer number is in no answer to %s', async (role) => {
    for (const [path, reply] of await everyAnswer(role)) expect([path, holds(reply, transferNumber)]).toEqual([path, false]);
  });

  it('R25 R36: neither is in an answer to anybody who is not signed in', async () => {
    const client = new Client(app.url);
    for (const route of readable) {
      const reply = await client.get(addressOf(route, world));
      expect([route.head.path, holds(reply, verificationNumber), holds(reply, transferNumber)]).toEqual([route.head.path, false, false]);
    }
  });

  it('stand in no log', async () => {
    await new Client(app.url).post('/api/verification/dossier', { name: '示例同学', number: verificationNumber });
    await new Client(app.url).post('/api/verification/dossier', { name: '示例同学', number: transferNumber });
    for (const number of [verificationNumber, transferNumber, '示例同学']) expect(app.log()).not.toContain(number);
  });

  it('of identity documents are masked for everybody', async () => {
    const { rows: [row] } = await app.record.pool.query<{ idNumberSealed: string }>('SELECT "idNumberSealed" FROM "graduate" WHERE "id" = $1', [world.ids.graduate]);
    const idNumber = app.record.cipher.open(row?.idNumberSealed ?? '', `graduate.idNumber:${world.ids.graduate}`);
    for (const role of Role.options) for (const [path, reply] of await everyAnswer(role)) expect([role, path, reply.text.includes(idNumber)]).toEqual([role, path, false]);
  });
});
