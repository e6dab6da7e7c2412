import { errors } from '../../domain/errors/error-code.ts';
import { createGraduate } from '../support/record/graduates.ts';
import { openApplication, type TestApplication } from './support/application.ts';
import { Client } from './support/client.ts';
import { schoolWithPeople, staffClient, type SchoolWithPeople } from './support/people.ts';

let app: TestApplication;
let people: SchoolWithPeople;
beforeAll(async () => {
  app = await openApplication();
});
afterAll(() => app.close());
beforeEach(async () => {
  people = await schoolWithPeople(app, { phone: '19912345678', email: 'graduate@example.com' });
});

const own = () => `/api/graduates/${people.graduate.graduateId}`;
const audited = async () =>
  (
    await app.record.pool.query(
      `SELECT "action", "actor", "actorRole", "schoolId", "fields" FROM "audit_event" WHERE "graduateId" = $1 AND "action" = 'PERSONAL_DATA_REVEALED' ORDER BY "seq"`,
      [people.graduate.graduateId],
    )
  ).rows;

describe('personal data that is masked until asked for', () => {
  it('R8 R25 the record masks document number, telephone and mail for everybody who may open it', async () => {
    const { graduate, counsellor, collegeReviewer, collegeAdmin, schoolReviewer, schoolAdmin } = people.clients;
    for (const client of [graduate, counsellor, collegeReviewer, collegeAdmin, schoolReviewer, schoolAdmin]) {
      const { basic } = (await client.get(own())).body;
      expect(basic).toMatchObject({ phone: '199****5678', email: 'g***@example.com', idNumber: expect.stringMatching(/^\d{6}\*{8}.{4}$/) });
    }
    expect(await audited()).toEqual([]);
  });

  it('R8 each look in full is audited with who and what, without the value, and shown to the graduate', async () => {
    const { graduate, counsellor, schoolAdmin } = people.clients;
    const {
      school: { schoolId, staff },
    } = people;
    expect(await counsellor.post(`${own()}/reveals/contact`)).toMatchObject({
      status: 200,
      body: { phone: '19912345678', email: 'graduate@example.com' },
    });
    const document = await schoolAdmin.post(`${own()}/reveals/document`);
    expect(document).toMatchObject({ status: 200, body: { idNumber: expect.stringMatching(/^\d{17}[\dX]$/) } });
    await schoolAdmin.post(`${own()}/reveals/document`);
    const rows = await audited();
    expect(rows).toEqual([
      expect.objectContaining({ actorRole: 'COUNSELLOR', schoolId, fields: ['phone', 'email'] }),
      { action: 'PERSONAL_DATA_REVEALED', actor: staff.schoolAdmin, actorRole: 'SCHOOL_ADMIN', schoolId, fields: ['idNumber'] },
      { action: 'PERSONAL_DATA_REVEALED', actor: staff.schoolAdmin, actorRole: 'SCHOOL_ADMIN', schoolId, fields: ['idNumber'] },
    ]);
    const { items } = (await graduate.get(`${own()}/history`)).body;
    expect(items[0]).toMatchObject({
      action: 'PERSONAL_DATA_REVEALED',
      by: 'SCHOOL',
      fields: ['idNumber'],
      words: { zh: '工作人员查看完整的证件号码或联系方式' },
    });
    expect(app.log()).not.toContain(document.body.idNumber);
    expect(app.log()).not.toContain('19912345678');
  });

  it('X31 a counsellor does not see the document, nobody looks from elsewhere, and what is refused is no look', async () => {
    const { counsellor, graduate } = people.clients;
    const neighbour = (await schoolWithPeople(app)).clients;
    const province = await staffClient(app, app.record.newId(), { role: 'PROVINCE_ADMIN', provinceCode: '110000' });
    expect((await counsellor.post(`${own()}/reveals/document`)).body.code).toBe('FORBIDDEN');
    for (const client of [graduate, province, neighbour.schoolAdmin, neighbour.counsellor]) {
      for (const what of ['contact', 'document']) expect((await client.post(`${own()}/reveals/${what}`)).body.code).toBe('FORBIDDEN');
    }
    expect(await audited()).toEqual([]);
  });

  it('R8 so many in an hour and no more, for each person over all graduates and replicas; what is refused is no look, and is counted', async () => {
    const strict = await openApplication({ beside: app, environment: { REVEALS_PER_HOUR: '3' } });
    try {
      const { counsellor, schoolAdmin } = people.clients;
      const other = await schoolWithPeople(app);
      const elsewhere = await createGraduate(app.record.pool, app.record, people.school);
      const at = ({ cookie }: Client) => new Client(strict.url, cookie);
      expect((await schoolAdmin.post(`${own()}/reveals/document`)).status).toBe(200);
      for (const address of [`${own()}/reveals/contact`, `/api/graduates/${elsewhere.graduateId}/reveals/document`])
        expect((await at(schoolAdmin).post(address)).status).toBe(200);
      const refused = await at(schoolAdmin).post(`${own()}/reveals/contact`);
      expect(refused).toMatchObject({ status: 429, body: { code: 'TOO_MANY_REVEALS', words: { zh: errors.TOO_MANY_REVEALS.zh } } });
      expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(3_000);
      expect((await audited()).map(({ fields }) => fields)).toEqual([['idNumber'], ['phone', 'email']]);
      expect(await strict.deps.metrics.print()).toContain('quxiang_rate_limits_total{limit="revealByAccount"} 1');
      expect((await at(counsellor).post(`${own()}/reveals/contact`)).status).toBe(200);
      expect((await at(other.clients.schoolAdmin).post(`/api/graduates/${other.graduate.graduateId}/reveals/contact`)).status).toBe(200);
    } finally {
      await strict.close();
    }
  });
});
