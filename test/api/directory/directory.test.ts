import { sampleDirectory, sampleUnits } from '../../../scripts/samples/sample-directory.ts';
import { collegeActor, graduateActor, run, schoolActor, stateOf } from '../../support/record/commands.ts';
import { homeDossier } from '../../support/record/contents.ts';
import { submit } from '../../support/record/registration.ts';
import { openApplication, type TestApplication } from '../support/application.ts';
import { schoolWithPeople, staffClient, type SchoolWithPeople } from '../support/people.ts';
import { checked, registered } from '../support/stages.ts';

let app: TestApplication;
let people: SchoolWithPeople;
beforeAll(async () => {
  app = await openApplication();
});
afterAll(() => app.close());
beforeEach(async () => {
  people = await schoolWithPeople(app);
});

const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const at = (text: string) => `/api/directory/suggestions?text=${encodeURIComponent(text)}`;
const center = {
  name: '海淀区人才服务中心',
  region: '110108',
  address: '样例路1号',
  postcode: '100080',
  contact: '档案科',
  phone: '010-62000000',
  mayHoldFiles: true,
};
const namesOf = ({ body }: { body: { units: { name: string }[] } }): string[] => body.units.map(({ name }) => name);

async function submitDossier(content: object): Promise<string> {
  const { graduate } = people;
  const state = await stateOf(app.record, graduate.graduateId);
  const { ids } = await run(app.record, graduate.graduateId, graduateActor(graduate), 'SUBMIT_SECTION', {
    section: 'DOSSIER',
    content,
    evidenceIds: [],
    basedOn: state.sections.DOSSIER.current?.id ?? null,
  });
  return ids?.versionId ?? '';
}
const warningsInQueue = async (query = ''): Promise<string[][]> =>
  (await people.clients.collegeReviewer.get(`/api/reviews?section=DOSSIER${query}`)).body.items.map(
    ({ warnings }: { warnings: string[] }) => warnings,
  );
const warningsInDetail = async (): Promise<string[]> =>
  (await people.clients.collegeReviewer.get(`/api/graduates/${people.graduate.graduateId}`)).body.sections.DOSSIER.warnings.map(
    ({ code }: { code: string }) => code,
  );

describe('the directory of receiving units', () => {
  it('R13 comes from a sheet, is searched by everybody of the school, and by nobody of another', async () => {
    const { schoolReviewer, graduate, counsellor } = people.clients;
    const reply = await schoolReviewer.upload(
      '/api/directory/imports',
      await sampleDirectory([...sampleUnits(), { name: '无处中心', region: '99' }]),
      sheetType,
    );
    expect(reply).toMatchObject({
      status: 200,
      body: {
        added: sampleUnits().length,
        changed: 0,
        same: 0,
        skipped: [
          {
            row: sampleUnits().length + 3,
            problems: [{ column: '行政区划代码', code: 'REGION_UNKNOWN', words: { zh: expect.any(String) } }],
          },
        ],
      },
    });
    for (const client of [graduate, counsellor, schoolReviewer])
      expect((await client.get(at('海淀'))).body.units[0]).toMatchObject({
        name: '海淀区公共就业和人才服务中心（样例）',
        region: '110108',
        regionName: '北京市海淀区',
        mayHoldFiles: true,
        checked: true,
      });
    expect(namesOf(await (await schoolWithPeople(app)).clients.graduate.get(at('海淀')))).not.toContain(
      '海淀区公共就业和人才服务中心（样例）',
    );
    expect((await graduate.get('/api/directory/suggestions')).body.fields).toMatchObject([{ field: 'text', code: 'REQUIRED' }]);
    expect((await schoolReviewer.upload('/api/directory/imports', Buffer.from('PK no sheet'), sheetType)).body).toMatchObject({
      code: 'FILE_TYPE_MISMATCH',
      fields: [{ field: 'file' }],
    });
    const page = (await schoolReviewer.get('/api/directory/units?region=110000&limit=1')).body;
    const next = (await schoolReviewer.get(`/api/directory/units?region=110000&limit=1&cursor=${page.nextCursor}`)).body;
    expect(next.items[0].id).not.toBe(page.items[0].id);
  });

  it('R13 is kept by hand too: added once, changed by who has read it, taken out; audited', async () => {
    const { schoolAdmin } = people.clients;
    const { body: unit } = await schoolAdmin.post('/api/directory/units', center);
    expect(unit).toMatchObject({ ...center, version: 1, source: 'STAFF', checked: true, checkedBy: expect.any(String), ofProvince: false });
    expect((await schoolAdmin.post('/api/directory/units', { ...center, name: '海淀区 人才服务中心' })).body.code).toBe('UNIT_KNOWN');
    const save = (body: object, version: number) =>
      schoolAdmin.post(`/api/directory/units/${unit.id}`, body, { headers: { 'if-match': `"${version}"` } });
    expect((await save({ ...center, mayHoldFiles: false }, 1)).body).toMatchObject({ mayHoldFiles: false, version: 2 });
    expect((await save(center, 1)).body.code).toBe('RECORD_CHANGED');
    const other = (await schoolWithPeople(app)).clients.schoolAdmin;
    expect((await other.post(`/api/directory/units/${unit.id}`, center, { headers: { 'if-match': '"2"' } })).status).toBe(404);
    expect((await other.send('DELETE', `/api/directory/units/${unit.id}`, undefined)).status).toBe(404);
    expect((await other.get(`/api/directory/units/${unit.id}`)).status).toBe(404);
    expect((await schoolAdmin.get(`/api/directory/units/${unit.id}`)).body).toMatchObject({ id: unit.id, version: 2, own: true });
    expect((await schoolAdmin.send('DELETE', `/api/directory/units/${unit.id}`, undefined)).status).toBe(204);
    const { rows } = await app.record.pool.query(
      `SELECT "action", "fields"[2:] AS "fields" FROM "audit_event" WHERE "fields"[1] = $1 ORDER BY "seq"`,
      [unit.id],
    );
    expect(rows).toEqual([
      { action: 'UNIT_ADDED', fields: [] },
      { action: 'UNIT_CHANGED', fields: ['mayHoldFiles'] },
      { action: 'UNIT_REMOVED', fields: [] },
    ]);
  });

  it('R13 R20 转回生源地 fills itself from the region of origin, out of the school’s directory or its province’s', async () => {
    // A province of its own: what it knows, every school of it is told.
    await app.record.pool.query(`INSERT INTO "province" ("code", "name") VALUES ('330000', '浙江省')`);
    await app.record.pool.query(`UPDATE "school" SET "provinceCode" = '330000' WHERE "id" = $1`, [people.school.schoolId]);
    const province = await staffClient(app, app.record.newId(), { role: 'PROVINCE_ADMIN', provinceCode: '330000' });
    const path = `/api/graduates/${people.graduate.graduateId}/home-unit`;
    await province.post('/api/directory/units', { ...center, name: '朝阳区人才服务中心', region: '110105' });
    expect((await people.clients.graduate.get(path)).body).toMatchObject({
      region: '110108',
      regionName: '北京市海淀区',
      unit: { name: '朝阳区人才服务中心', region: '110105' },
    });
    await people.clients.schoolAdmin.post('/api/directory/units', center);
    expect((await people.clients.graduate.get(path)).body).toMatchObject({ unit: center, others: [{ region: '110105' }] });
    await app.record.pool.query(`UPDATE "graduate" SET "originRegion" = '510102' WHERE "id" = $1`, [people.graduate.graduateId]);
    expect((await people.clients.collegeReviewer.get(path)).body).toMatchObject({ region: null, unit: null, others: [] });
  });

  it('R13 remembers what approved registrations name, unchecked, without anybody’s telephone for other graduates', async () => {
    await registered(app, people);
    const { schoolAdmin, graduate } = people.clients;
    const {
      body: {
        items: [dossier, school],
      },
    } = await schoolAdmin.get('/api/directory/units?checked=false');
    expect([dossier, school]).toMatchObject([
      {
        name: homeDossier.unitName,
        phone: homeDossier.phone,
        source: 'REGISTRATION',
        checked: false,
        mayHoldFiles: null,
        checkedBy: null,
        confirmedAt: expect.any(String),
      },
      { name: '示例研究院', region: '110108' },
    ]);
    expect((await graduate.get(at('海淀'))).body.units[0]).toMatchObject({
      name: homeDossier.unitName,
      contact: null,
      phone: null,
      checked: false,
    });
    expect((await schoolAdmin.get(at('海淀'))).body.units[0]).toMatchObject({ phone: homeDossier.phone });
    const saved = await schoolAdmin.post(
      `/api/directory/units/${dossier.id}`,
      { ...center, name: dossier.name, address: '核实过的地址' },
      { headers: { 'if-match': `"${dossier.version}"` } },
    );
    expect(saved).toMatchObject({ status: 200, body: { checked: true } });
    const { record } = app;
    await submit(record, people.school, people.graduate, 'DOSSIER', { ...homeDossier, address: '另一个地址' }, [], Date.now());
    expect((await schoolAdmin.get('/api/directory/units')).body.items).toMatchObject([
      { id: dossier.id, address: '核实过的地址', checked: true },
      { id: school.id },
    ]);
  });

  it('R13 F2 marks a unit for the reviewer that is not in it, that nobody has checked, or that may not hold files', async () => {
    await checked(app, people);
    const { schoolAdmin } = people.clients;
    await submitDossier(homeDossier);
    expect([await warningsInQueue(), await warningsInDetail()]).toEqual([[[]], []]);
    const { body: unit } = await schoolAdmin.post('/api/directory/units', center);
    expect([await warningsInQueue(), await warningsInDetail(), await warningsInQueue('&warned=false')]).toEqual([
      [['UNIT_NOT_IN_DIRECTORY']],
      ['UNIT_NOT_IN_DIRECTORY'],
      [],
    ]);
    const save = (given: object, version: number) =>
      schoolAdmin.post(
        `/api/directory/units/${unit.id}`,
        { ...center, name: homeDossier.unitName, ...given },
        { headers: { 'if-match': `"${version}"` } },
      );
    await save({ mayHoldFiles: false }, 1);
    expect([await warningsInQueue('&warning=UNIT_MAY_NOT_HOLD_FILES'), await warningsInDetail()]).toEqual([
      [['UNIT_MAY_NOT_HOLD_FILES']],
      ['UNIT_MAY_NOT_HOLD_FILES'],
    ]);
    await save({}, 2);
    expect([await warningsInQueue('&warned=true'), await warningsInDetail()]).toEqual([[], []]);
    const {
      rows: [version],
    } = await app.record.pool.query<{ id: string }>(
      `SELECT "id" FROM "section_version" WHERE "graduateId" = $1 AND "section" = 'DOSSIER'`,
      [people.graduate.graduateId],
    );
    for (const actor of [collegeActor(people.school), schoolActor(people.school)])
      await run(app.record, people.graduate.graduateId, actor, 'DECIDE_REVIEW', { decision: 'APPROVE', versionId: version!.id });
    const other = { ...homeDossier, unitName: '另一中心' };
    await submit(app.record, people.school, people.graduate, 'DOSSIER', other, [], Date.now());
    await submitDossier({ ...other, note: '再改' });
    expect(await warningsInQueue()).toEqual([['UNIT_NOT_CHECKED']]);
  });
});
