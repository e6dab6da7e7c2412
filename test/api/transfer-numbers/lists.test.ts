import { openApplication, type TestApplication } from '../support/application.ts';
import type { Client } from '../support/client.ts';
import { schoolWithPeople } from '../support/people.ts';

let app: TestApplication;
beforeAll(async () => {
  app = await openApplication();
});
afterAll(() => app.close());

const page = async (client: Client, path: string): Promise<{ ids: string[]; cursor: string | null }> => {
  const { body } = await client.get(path);
  return { ids: body.items.map(({ id }: { id: string }) => id), cursor: body.nextCursor };
};
/** Asks for one thing after the other; the ids, newest first. */
async function askFor(client: Client, path: string, bodies: readonly object[]): Promise<string[]> {
  const ids: string[] = [];
  for (const body of bodies) ids.unshift((await client.post(path, body)).body.id);
  return ids;
}

describe.each([
  [
    'R38 R41 batches of transfer numbers',
    '/api/transfer-number-batches',
    { kind: 'DOSSIER', cohort: 2027 },
    'status=RUNNING',
    'status=DONE',
  ],
  ['R40 exports', '/api/exports', { kind: 'DOSSIER', format: 'CSV', cohort: 2027 }, 'status=WAITING', 'status=READY'],
])('the list of %s', (title, path, body, waiting, over) => {
  it(`${title} has the newest first, page by page, of one's own school or college only`, async () => {
    const { clients } = await schoolWithPeople(app);
    const elsewhere = await schoolWithPeople(app);
    const own = await askFor(clients.schoolAdmin, path, [body, { ...body, kind: 'HUKOU' }, body]);
    const [ofCollege] = await askFor(clients.collegeAdmin, path, [body]);
    await askFor(elsewhere.clients.schoolAdmin, path, [body]);
    expect((await page(clients.schoolAdmin, path)).ids).toEqual([ofCollege, ...own]);
    const first = await page(clients.schoolAdmin, `${path}?limit=3`);
    const second = await page(clients.schoolAdmin, `${path}?limit=3&cursor=${first.cursor}`);
    expect([first.ids, second]).toEqual([[ofCollege, ...own.slice(0, 2)], { ids: own.slice(2), cursor: null }]);
    expect((await page(clients.collegeAdmin, path)).ids).toEqual([ofCollege]);
    expect([
      (await page(clients.schoolAdmin, `${path}?${waiting}`)).ids.length,
      (await page(clients.schoolAdmin, `${path}?${over}`)).ids.length,
    ]).toEqual([4, 0]);
    expect((await clients.schoolAdmin.get(path)).body.items[2]).toMatchObject({ kind: 'HUKOU', cohort: 2027, collegeId: null });
  });
});
