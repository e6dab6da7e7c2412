import { homeHukou } from '../support/record/contents.ts';
import { openApplication, type TestApplication } from './support/application.ts';
import { schoolWithPeople, type SchoolWithPeople } from './support/people.ts';
import { checked, confirmed } from './support/stages.ts';

let app: TestApplication;

beforeAll(async () => {
  app = await openApplication();
});
afterAll(() => app?.close());

const preview = async ({ clients, graduate }: SchoolWithPeople, section: string, content: object) =>
  (await clients.graduate.post(`/api/graduates/${graduate.graduateId}/sections/${section}/preview`, { content }, { key: null })).body;

describe('what a submission would ask for and do', () => {
  it('R18 says which evidence as soon as the category is chosen, whatever else is missing', async () => {
    const people = await schoolWithPeople(app);
    await checked(app, people);
    expect(await preview(people, 'DESTINATION', {})).toMatchObject({ complete: false, evidenceNeeded: null, evidenceExpected: null });
    expect(await preview(people, 'DESTINATION', { code: 'no such' })).toMatchObject({
      complete: false,
      evidenceNeeded: null,
      evidenceExpected: null,
    });
    expect(await preview(people, 'DESTINATION', { code: '10' })).toMatchObject({
      complete: false,
      evidenceNeeded: true,
      evidenceExpected: { zh: expect.any(String), en: expect.any(String) },
      differences: [],
      numbersEnded: 0,
    });
    expect(await preview(people, 'DESTINATION', { code: '70' })).toMatchObject({ complete: true, evidenceNeeded: false });
    expect(await preview(people, 'DOSSIER', { type: 'HOME' })).toMatchObject({ complete: false, evidenceNeeded: false });
    expect(await preview(people, 'HUKOU', { type: 'EMPLOYER' })).toMatchObject({ complete: false, evidenceNeeded: false });
  });

  it('X18 says of a first section after the confirmation that it undoes it', async () => {
    const people = await schoolWithPeople(app);
    await confirmed(app, people);
    expect(await preview(people, 'HUKOU', homeHukou)).toMatchObject({ complete: true, returnsToUnconfirmed: true, numbersEnded: 0 });
  });
});
