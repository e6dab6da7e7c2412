import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { evidenceKeptUntil } from '../../../domain/registration/evidence-retention.ts';
import { lifecycleEnd } from '../../../domain/calendar/service-ends.ts';
import { nationalDefault } from '../../../domain/rule-packs/national-default.ts';
import { forgetEvidence } from '../../../infra/evidence/forget-evidence.ts';
import { createRulePacks } from '../../../infra/record/rule-packs.ts';
import { createFileStore, newFileKey, type FileStore } from '../../../infra/storage/file-store.ts';
import { graduateActor, run } from '../../support/record/commands.ts';
import { homeDossier, studyDestination } from '../../support/record/contents.ts';
import { evidenceOf } from '../../support/record/evidence.ts';
import { createSchool, type SchoolFixture } from '../../support/record/graduates.ts';
import { submit } from '../../support/record/registration.ts';
import { check, newScene, sceneState, type Scene } from '../../support/record/stages.ts';
import { openTestRecord, type TestRecord } from '../../support/record/test-record.ts';

let record: TestRecord;
let files: FileStore;
let folder: string;
beforeAll(async () => {
  record = await openTestRecord();
  folder = await mkdtemp(join(tmpdir(), 'quxiang-evidence-'));
  files = createFileStore({ directory: folder, keys: record.keyring.files });
});
afterAll(async () => {
  await record?.close();
  await rm(folder, { recursive: true, force: true });
});

const keeper = () => ({ pool: record.pool, files, rulePacks: createRulePacks(record.pool) });
const forget = () => forgetEvidence(keeper(), () => undefined);
const shanghai = (text: string): number => Date.parse(`${text}+08:00`);

/** A piece of evidence with its file. */
async function piece({ graduate }: Scene, section: string, uploadedDaysAgo = 0): Promise<{ id: string; key: string }> {
  const [id, key] = [await evidenceOf(record, graduate, section), newFileKey()];
  await files.put(key, Buffer.from('evidence'));
  await record.pool.query('UPDATE "evidence" SET "storageKey" = $2, "uploadedAt" = app_now() - make_interval(days => $3) WHERE "id" = $1', [
    id,
    key,
    uploadedDaysAgo,
  ]);
  return { id, key };
}
const isGone = async ({ id, key }: { id: string; key: string }) => {
  const {
    rows: [row],
  } = await record.pool.query<{ goneAt: number | null }>('SELECT "goneAt" FROM "evidence" WHERE "id" = $1', [id]);
  return [(await files.get(key)) === undefined, row?.goneAt !== null];
};
const auditOf = async ({ graduate }: Scene) =>
  (
    await record.pool.query('SELECT "actor", "actorRole", "fields" FROM "audit_event" WHERE "graduateId" = $1 AND "action" = $2', [
      graduate.graduateId,
      'EVIDENCE_GONE',
    ])
  ).rows;
const graduatedAt = ({ graduate }: Scene, month: string) =>
  record.pool.query('UPDATE "graduate" SET "graduatedAt" = $2 WHERE "id" = $1', [graduate.graduateId, month]);

async function submitted(school: SchoolFixture): Promise<{ scene: Scene; file: { id: string; key: string } }> {
  const scene = await check(await newScene(record, school));
  const file = await piece(scene, 'DESTINATION', 400);
  await submit(record, school, scene.graduate, 'DESTINATION', studyDestination, [file.id], scene.now);
  return { scene, file };
}

describe('how long evidence is kept', () => {
  it('X20 R33 R42 two years from graduation, never while a number may verify', () => {
    expect(evidenceKeptUntil('202706', nationalDefault)).toBe(shanghai('2029-07-01T00:00:00'));
    const soon = { evidenceKept: { monthsAfterGraduation: 0, unusedDays: 1, receiptDays: 0, clause: 'X20' } };
    for (const month of ['202706', '202701', '202712']) expect(evidenceKeptUntil(month, soon)).toBe(lifecycleEnd(month));
  });
});

describe('evidence whose retention is over', () => {
  it('X20 is deleted, its row says so, one audit row for each graduate names it, and what is not over stays', async () => {
    const school = await createSchool(record.pool);
    const [old, kept] = [await submitted(school), await submitted(school)];
    await graduatedAt(old.scene, '202406');
    expect(await forget()).toBeGreaterThanOrEqual(1);
    expect([await isGone(old.file), await isGone(kept.file)]).toEqual([
      [true, true],
      [false, false],
    ]);
    expect(await auditOf(old.scene)).toEqual([
      { actor: 'system:retention', actorRole: 'SYSTEM', fields: expect.arrayContaining([old.file.id]) },
    ]);
    expect(await auditOf(kept.scene)).toEqual([]);
    await forget();
    expect(await auditOf(old.scene)).toHaveLength(1);
  });

  it('X20 goes by the rule pack of its province', async () => {
    const school = await createSchool(record.pool);
    const { scene, file } = await submitted(school);
    await graduatedAt(scene, '202406');
    await record.pool.query(`INSERT INTO "province" ("code", "name") VALUES ('640000', '宁夏回族自治区') ON CONFLICT DO NOTHING`);
    await record.pool.query(`UPDATE "school" SET "provinceCode" = '640000' WHERE "id" = $1`, [school.schoolId]);
    const pack = {
      ...nationalDefault,
      id: 'long-1',
      evidenceKept: { monthsAfterGraduation: 60, unusedDays: 30, receiptDays: 180, clause: 'X20' },
    };
    await record.pool.query(
      `INSERT INTO "rule_pack" ("id", "provinceCode", "effectiveFrom", "body") VALUES ('long-1', '640000', '2020-01-01', $1)`,
      [pack],
    );
    await forget();
    expect(await isGone(file)).toEqual([false, false]);
  });

  it('R17 what was uploaded and never used goes sooner, and can no longer be submitted', async () => {
    const school = await createSchool(record.pool);
    const scene = await check(await newScene(record, school));
    const [unused, fresh] = [await piece(scene, 'DOSSIER', 31), await piece(scene, 'DOSSIER', 29)];
    await forget();
    expect([await isGone(unused), await isGone(fresh)]).toEqual([
      [true, true],
      [false, false],
    ]);
    const { evidence } = await sceneState(scene);
    expect(Object.keys(evidence)).toContain(fresh.id);
    expect(Object.keys(evidence)).not.toContain(unused.id);
    const { code } = await run(
      record,
      scene.graduate.graduateId,
      graduateActor(scene.graduate),
      'SUBMIT_SECTION',
      { section: 'DOSSIER', content: homeDossier, evidenceIds: [unused.id], basedOn: null },
      { at: scene.now },
    );
    expect(code).toBe('EVIDENCE_UNKNOWN');
  });

  it('X20 after a crash between file and row it is come back to', async () => {
    const school = await createSchool(record.pool);
    const { scene, file } = await submitted(school);
    await graduatedAt(scene, '202406');
    const failing = {
      ...keeper(),
      files: {
        ...files,
        delete: async (key: string) => {
          await files.delete(key);
          throw new Error('the worker is gone');
        },
      },
    };
    await expect(forgetEvidence(failing, () => undefined)).rejects.toThrow('the worker is gone');
    expect((await isGone(file))[1]).toBe(false);
    await forget();
    expect(await isGone(file)).toEqual([true, true]);
  });
});
