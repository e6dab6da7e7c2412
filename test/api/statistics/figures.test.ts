import { recomputeFigure, findFigure } from '../../../infra/statistics/figure-store.ts';
import { createGraduate } from '../../support/record/graduates.ts';
import { openApplication, type TestApplication } from '../support/application.ts';
import { schoolWithPeople, staffClient, type SchoolWithPeople } from '../support/people.ts';
import { registered } from '../support/stages.ts';

let app: TestApplication;
beforeAll(async () => {
  app = await openApplication();
});
afterAll(() => app.close());

const address = '/api/statistics/figures';
const publish = (people: SchoolWithPeople, formula = '2024') => people.clients.schoolAdmin.post(address, { cohort: 2027, formula });

async function schoolOfTwo(): Promise<SchoolWithPeople> {
  const people = await schoolWithPeople(app);
  await registered(app, people);
  await createGraduate(app.record.pool, app.record, people.school);
  return people;
}

describe('published figures', () => {
  it('R57 F4 are made again bit for bit from their inputs, whatever has happened since', async () => {
    const people = await schoolOfTwo();
    const { status, body } = await publish(people);
    expect([status, body.all, body.number, body.breakdowns.DESTINATION]).toEqual([
      201,
      { total: 2, settled: 1 },
      1,
      { 70: { total: 1, settled: 0 }, 801: { total: 1, settled: 1 } },
    ]);
    await app.record.pool.query(
      `UPDATE "section_version" SET "status" = 'SUPERSEDED' WHERE "graduateId" = $1 AND "section" = 'DESTINATION' AND "status" = 'APPROVED'`,
      [people.graduate.graduateId],
    );
    await app.record.pool.query(
      `UPDATE "graduate" SET "major" = '数学', "educationLevel" = '111', "collegeId" = NULL WHERE "schoolId" = $1`,
      [people.school.schoolId],
    );
    await createGraduate(app.record.pool, app.record, people.school);
    const stored = (await findFigure(app.record.pool, body.id))!;
    expect(await recomputeFigure(app.record.pool, stored)).toEqual({
      figure: stored.figure,
      inputsDigest: body.inputsDigest,
      figureDigest: body.figureDigest,
    });
    const next = (await publish(people, '2021')).body;
    expect([next.number, next.formula, next.all]).toEqual([2, '2021', { total: 3, settled: 0 }]);
  });

  it('R57 cannot be changed by the application', async () => {
    const { body } = await publish(await schoolOfTwo());
    for (const text of [
      'UPDATE "statistic_figure" SET "figure" = \'{}\' WHERE "id" = $1',
      'DELETE FROM "statistic_input" WHERE "figureId" = $1',
    ]) {
      await expect(app.record.pool.query(text, [body.id])).rejects.toThrow('permission denied');
    }
  });

  it('R57 show small cells in the school alone, and the numerator to its desks', async () => {
    const people = await schoolOfTwo();
    const { body } = await publish(people);
    const province = await staffClient(app, app.record.newId(), { role: 'PROVINCE_ADMIN', provinceCode: '110000' });
    const outside = (await province.get(`${address}?schoolId=${people.school.schoolId}`)).body.items;
    expect(outside).toMatchObject([{ id: body.id, all: { total: 2, settled: null }, groups: { PENDING: null } }]);
    expect(outside[0].breakdowns).not.toHaveProperty('COLLEGE');
    expect((await people.clients.schoolReviewer.get(address)).body.items).toMatchObject([
      { id: body.id, all: { total: 2, settled: 1 }, breakdowns: { MAJOR: { 哲学: { total: 2, settled: 1 } } } },
    ]);
    expect((await people.clients.schoolReviewer.get(`${address}/${body.id}/numerator`)).body).toEqual({
      items: [{ graduateId: people.graduate.graduateId, name: '示例同学', studentNo: expect.any(String), destinationCode: '801' }],
      nextCursor: null,
    });
    const other = await schoolWithPeople(app);
    expect((await other.clients.schoolAdmin.get(`${address}/${body.id}/numerator`)).status).toBe(404);
    expect((await other.clients.schoolAdmin.get(address)).body.items).toEqual([]);
    for (const client of [province, people.clients.collegeAdmin])
      expect((await client.get(`${address}/${body.id}/numerator`)).body.code).toBe('FORBIDDEN');
    const elsewhere = await staffClient(app, app.record.newId(), { role: 'PROVINCE_ADMIN', provinceCode: '630000' });
    expect((await elsewhere.get(address)).body.items).toEqual([]);
  });
});
