import { can } from '../../domain/access/rights.ts';
import { Role } from '../../domain/access/role.ts';
import type { Route } from '../../api/http/route.ts';
import { routesOf } from '../../api/routes.ts';
import { openApplication, type TestApplication } from './support/application.ts';
import { Client } from './support/client.ts';
import { addressOf, ask } from './support/requests.ts';
import { createWorld, somebodyAs, type World } from './support/world.ts';

let app: TestApplication;
let inside: World;
let outside: World;

beforeAll(async () => {
  app = await openApplication();
  inside = await createWorld(app, '110000');
  outside = await createWorld(app, '120000');
});
afterAll(() => app.close());

const kept = new Map<string, Promise<Client>>();
/** The same person for every question that changes nothing: signing in anew each time is half of the time. */
function keptAs(role: Role, world: World): Promise<Client> {
  const key = `${role}@${world.provinceCode}`;
  const client = kept.get(key) ?? somebodyAs(app, role, world);
  kept.set(key, client);
  return client;
}

const routes = routesOf({ clock: { development: true }, environment: 'test' });
const signedIn = routes.filter(({ reach }) => reach !== 'OPEN');
const named = (list: readonly Route[]): [string, Route][] => list.map((route) => [`${route.head.method} ${route.head.path}`, route]);

describe('the matrix of rights, over every route', () => {
  it.each(named(signedIn))('%s asks for sign-in', async (_, route) => {
    expect(await ask(route, inside, new Client(app.url))).toMatchObject({ status: 401, body: { code: 'NOT_SIGNED_IN' } });
    expect((await ask(route, inside, new Client(app.url, 'quxiang=made-up'))).status).toBe(401);
  });

  it.each(named(signedIn))('%s refuses every role that the table does not name', async (_, route) => {
    for (const role of Role.options.filter((candidate) => can(candidate, route.head.right) === undefined)) {
      expect([role, (await ask(route, inside, await keptAs(role, inside))).body?.code]).toEqual([role, 'FORBIDDEN']);
    }
  });

  it.each(named(signedIn))('%s lets every role in that the table names, inside its jurisdiction', async (_, route) => {
    for (const role of Role.options.filter((candidate) => can(candidate, route.head.right) !== undefined)) {
      const reply = await ask(route, inside, await somebodyAs(app, role, inside));
      expect([role, reply.body?.code]).not.toEqual([role, 'FORBIDDEN']);
      expect([role, reply.status]).not.toEqual([role, 401]);
    }
  });

  it.each(named(signedIn.filter(({ reach }) => reach === 'GRADUATE')))(
    '%s refuses whoever has the right elsewhere only, and changes nothing',
    async (_, route) => {
      const footprint = async () =>
        (
          await app.record.pool.query(
            `SELECT g."version", (SELECT count(*) FROM "command" c WHERE c."graduateId" = g."id") AS "commands", (SELECT count(*) FROM "evidence" e WHERE e."graduateId" = g."id") AS "evidence"
       FROM "graduate" g WHERE g."id" = $1`,
            [inside.ids.graduate],
          )
        ).rows;
      const before = await footprint();
      for (const role of Role.options.filter((candidate) => !['ALL', undefined].includes(can(candidate, route.head.right)))) {
        const stranger = await keptAs(role, outside);
        expect([role, (await ask(route, inside, stranger)).body?.code]).toEqual([role, 'FORBIDDEN']);
      }
      expect(await footprint()).toEqual(before);
    },
  );

  it.each(named(signedIn.filter(({ reach, head }) => reach === 'LIST' && head.method === 'get' && head.right.action === 'list')))(
    '%s shows nothing from outside the jurisdiction',
    async (_, route) => {
      for (const role of Role.options.filter((candidate) => !['ALL', undefined].includes(can(candidate, route.head.right)))) {
        const reply = await (await keptAs(role, outside)).get(addressOf(route, outside));
        expect([role, reply.status]).toEqual([role, 200]);
        for (const id of [inside.ids.graduate, inside.people.school.schoolId]) expect(reply.text).not.toContain(id);
      }
    },
  );

  it.each(named(routes.filter(({ reach }) => reach === 'OPEN')))('%s is for everybody', async (_, route) => {
    expect((await ask(route, inside, new Client(app.url))).body?.code).not.toBe('NOT_SIGNED_IN');
  });
});

describe('addresses of what does not exist', () => {
  it.each(named(signedIn.filter(({ reach, head }) => reach === 'GRADUATE' && /:\w*[iI]d/.test(head.path))))(
    '%s answers NOT_FOUND or refuses what it is about',
    async (_, route) => {
      const role = Role.options.find((candidate) => can(candidate, route.head.right) !== undefined) ?? 'OPERATOR';
      const nowhere = {
        ...inside,
        ids: Object.fromEntries(Object.keys(inside.ids).map((name) => [name, app.record.newId()])) as World['ids'],
      };
      expect((await ask(route, nowhere, await keptAs(role, inside))).body?.code).toBe('NOT_FOUND');
    },
  );

  it('that are no ids at all are refused by their shape', async () => {
    const client = await keptAs('GRADUATE', inside);
    expect(await client.get('/api/graduates/1')).toMatchObject({
      status: 400,
      body: { code: 'INVALID_REQUEST', fields: [{ field: 'id' }] },
    });
  });
});
