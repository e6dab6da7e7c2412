import { openApplication, type TestApplication } from './support/application.ts';
import { schoolWithPeople } from './support/people.ts';

let app: TestApplication;

beforeAll(async () => {
  app = await openApplication();
});
afterAll(() => app.close());

const path = '/api/me/saved-filters/graduates';

it('saved filters are the person’s own, kept in their order, and hold what an address may hold', async () => {
  const {
    clients: { schoolReviewer, schoolAdmin },
  } = await schoolWithPeople(app);
  const filters = [
    { name: '未确认', search: 'confirmation=UNCONFIRMED&class=%E4%B8%80%E7%8F%AD' },
    { name: '超期', search: 'overdue=true' },
  ];
  expect(await schoolReviewer.post(path, { filters })).toMatchObject({ status: 200, body: { filters } });
  expect((await schoolReviewer.get(path)).body).toEqual({ filters });
  expect((await schoolAdmin.get(path)).body).toEqual({ filters: [] });
  expect((await schoolReviewer.post(path, { filters: [] })).body).toEqual({ filters: [] });
  for (const wrong of [
    [{ name: '', search: '' }],
    [{ name: '一班', search: '<script>' }],
    Array.from({ length: 13 }, (_, index) => ({ name: `${index}`, search: '' })),
  ]) {
    expect(await schoolReviewer.post(path, { filters: wrong })).toMatchObject({ status: 400, body: { code: 'INVALID_REQUEST' } });
  }
  expect((await schoolReviewer.get(path)).body).toEqual({ filters: [] });
});
