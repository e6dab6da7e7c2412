import { collegeActor, graduateActor, run } from '../support/record/commands.ts';
import { homeDossier } from '../support/record/contents.ts';
import { openApplication, type TestApplication } from './support/application.ts';
import { schoolWithPeople, type SchoolWithPeople } from './support/people.ts';
import { registered } from './support/stages.ts';

let app: TestApplication;
let people: SchoolWithPeople;

beforeAll(async () => {
  app = await openApplication();
});
afterAll(() => app.close());
beforeEach(async () => {
  people = await schoolWithPeople(app);
});

const versionsOf = async (section: string, who: 'graduate' | 'collegeReviewer' = 'graduate') =>
  (await people.clients[who].get(`/api/graduates/${people.graduate.graduateId}/sections/${section}/versions`)).body.versions as Record<
    string,
    unknown
  >[];

describe('the submissions of a section', () => {
  it('R14 come newest first with what became of each, the desk’s words, and what it changed against the one before it, whatever became of that', async () => {
    const { dossier } = await registered(app, people);
    const { record } = app;
    const { graduateId } = people.graduate;
    const submit = (content: unknown) =>
      run(record, graduateId, graduateActor(people.graduate), 'SUBMIT_SECTION', {
        section: 'DOSSIER',
        content,
        evidenceIds: [],
        basedOn: dossier,
      });
    const returned = await submit({ ...homeDossier, region: '110102', note: '改到西城' });
    await run(record, graduateId, collegeActor(people.school), 'DECIDE_REVIEW', {
      decision: 'RETURN',
      versionId: returned.ids?.versionId,
      reason: 'WRONG_ADDRESS',
      text: '地址有误',
      fields: ['address'],
    });
    await submit({ ...homeDossier, region: '110102', note: '改到西城', phone: null });

    const versions = await versionsOf('DOSSIER');
    expect(versions).toMatchObject([
      {
        status: 'COLLEGE_REVIEW',
        source: 'GRADUATE',
        intent: 'SET',
        returned: null,
        changes: [{ field: 'phone', before: { zh: '010-12345678' }, after: null }],
      },
      {
        id: returned.ids?.versionId,
        status: 'RETURNED',
        returned: { reason: 'WRONG_ADDRESS', text: '地址有误', fields: ['address'] },
        changes: [
          { field: 'region', before: { zh: '北京市海淀区' }, after: { zh: '北京市西城区' } },
          { field: 'note', before: { zh: '转回生源地' }, after: { zh: '改到西城' } },
        ],
      },
      { id: dossier, status: 'APPROVED', returned: null },
    ]);
    // The first one is against nothing: all that it says, codes and regions by their names.
    expect(versions.at(-1)!.changes).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ field: 'type', before: null, after: { zh: '转回生源地', en: expect.any(String) as string } }),
      ]),
    );
    expect(await versionsOf('DOSSIER', 'collegeReviewer')).toEqual(versions);
    expect(await versionsOf('HUKOU')).toEqual([]);
  });

  it('F2 a request to void the destination stands among them with its note, and changes nothing of the content', async () => {
    const { destination } = await registered(app, people);
    await run(app.record, people.graduate.graduateId, graduateActor(people.graduate), 'REQUEST_VOID', {
      section: 'DESTINATION',
      versionId: destination,
      note: '单位已解约',
    });
    expect(await versionsOf('DESTINATION')).toMatchObject([
      { intent: 'VOID', status: 'COLLEGE_REVIEW', changes: [{ field: 'note', before: null, after: { zh: '单位已解约' } }] },
      { intent: 'SET', status: 'APPROVED' },
    ]);
  });
});
