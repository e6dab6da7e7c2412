import { nationalDefault } from '../../../domain/rule-packs/national-default.ts';
import type { RulePack } from '../../../domain/rule-packs/rule-pack.ts';
import { createRulePacks } from '../../../infra/record/rule-packs.ts';
import { june, shanghai } from '../../support/domain/instants.ts';
import { packWith } from '../../support/domain/rule-packs.ts';
import { createSchool, type SchoolFixture } from '../../support/record/graduates.ts';
import { actorsOf, fit, newScene, sceneState, stages } from '../../support/record/stages.ts';
import { auditOf } from '../../support/record/snapshot.ts';
import { openTestRecord, type TestRecord } from '../../support/record/test-record.ts';

let record: TestRecord;
let school: SchoolFixture;
beforeEach(async () => {
  record = await openTestRecord();
  school = await createSchool(record.pool);
});
afterEach(() => record.close());

const enact = (
  pack: RulePack,
  {
    provinceCode = null,
    cohort = null,
    from = '2026-09-01T00:00:00',
  }: { provinceCode?: string | null; cohort?: number | null; from?: string },
) =>
  record.pool.query('INSERT INTO "rule_pack" ("id", "provinceCode", "cohort", "effectiveFrom", "body") VALUES ($1, $2, $3, $4, $5)', [
    pack.id,
    provinceCode,
    cohort,
    new Date(shanghai(from)),
    JSON.stringify(pack),
  ]);
const named = (id: string): RulePack => ({ ...nationalDefault, id });

describe('rule packs', () => {
  it('R24 without one the national default is in force', async () => {
    expect(await record.rulePacks.find('110000', 2027, june)).toEqual(nationalDefault);
  });

  it('R24 a province’s own goes before the nation’s, for its cohorts, and from its day on', async () => {
    await enact(named('nation-2'), {});
    await enact(named('beijing-2027'), { provinceCode: '110000', cohort: 2027, from: '2027-06-01T00:00:00' });
    const packs = createRulePacks(record.pool);
    const find = async (province: string, cohort: number, at: number) => (await packs.find(province, cohort, at)).id;
    const begins = shanghai('2027-06-01T00:00:00');
    expect(
      await Promise.all([
        find('110000', 2027, begins - 1),
        find('110000', 2027, begins),
        find('110000', 2028, begins),
        find('310000', 2027, begins),
      ]),
    ).toEqual(['nation-2', 'beijing-2027', 'nation-2', 'nation-2']);
    expect(await find('110000', 2027, shanghai('2026-08-31T23:59:59'))).toBe('national-1');
  });

  it('R24 the newer of two that are in force is', async () => {
    await enact(named('beijing-1'), { provinceCode: '110000' });
    await enact(named('beijing-2'), { provinceCode: '110000', from: '2027-05-01T00:00:00' });
    expect((await record.rulePacks.find('110000', 2027, june)).id).toBe('beijing-2');
  });

  it('R24 one that is not whole is no pack: nothing is decided by it', async () => {
    await record.pool.query(
      `INSERT INTO "rule_pack" ("id", "provinceCode", "effectiveFrom", "body") VALUES ('broken', '110000', '2026-09-01', '{"id": "broken"}')`,
    );
    await expect(record.rulePacks.find('110000', 2027, june)).rejects.toThrow();
  });

  it('R22 X26 the pack in force decides, and its version stands with every transition', async () => {
    await enact({ ...packWith('reviewLevels', 'SCHOOL'), id: 'beijing-2027' }, { provinceCode: '110000' });
    const scene = await stages.inReview(await newScene(record, school));
    expect((await sceneState(scene)).sections.DESTINATION.latest?.status).toBe('SCHOOL_REVIEW');
    expect((await auditOf(record, scene.graduate.graduateId)).map(({ rulePack }) => rulePack)).toEqual(['beijing-2027', 'beijing-2027']);
    expect((await fit(scene, actorsOf(scene).college, 'DECIDE_REVIEW')).code).toBe('WRONG_DESK');
  });

  it('X1 who is refused by a pack is shown its clause', async () => {
    await enact({ ...packWith('grantNeedsSection', true), id: 'strict' }, {});
    const scene = await stages.confirmed(await newScene(record, school));
    expect(await fit(scene, actorsOf(scene).graduate, 'ISSUE_GRANT', 'DOSSIER')).toMatchObject({
      code: 'SECTION_NOT_REGISTERED',
      refusal: { clause: '省 grantNeedsSection' },
    });
  });

  it('R56 the windows of the school are read with the graduate', async () => {
    await record.pool.query(
      'INSERT INTO "school_calendar" ("schoolId", "cohort", "registrationClosesAt", "confirmationOpensAt") VALUES ($1, 2027, $2, $3)',
      [school.schoolId, new Date(june + 1_000), new Date(june + 2_000)],
    );
    const scene = await stages.registered(await newScene(record, school));
    const { graduate } = actorsOf(scene);
    expect((await fit(scene, graduate, 'CONFIRM')).code).toBe('WINDOW_NOT_OPEN');
    scene.now = june + 999;
    expect((await fit(scene, graduate, 'SUBMIT_SECTION', 'DOSSIER')).code).toBe('APPLIED');
    scene.now = june + 2_000;
    expect((await fit(scene, graduate, 'SUBMIT_SECTION', 'HUKOU')).code).toBe('WINDOW_CLOSED');
    expect((await fit(scene, graduate, 'CONFIRM')).code).toBe('APPLIED');
  });
});
