import { createHash } from 'node:crypto';
import { openBytes } from '../../../infra/crypto/aes-gcm.ts';
import { openAuditKey } from '../../../infra/record/audit-rows.ts';
import { returnPayload } from '../../support/domain/journey.ts';
import { run } from '../../support/record/commands.ts';
import { createSchool, type SchoolFixture } from '../../support/record/graduates.ts';
import { actorsOf, fit, newScene, sceneState, stages, type Scene } from '../../support/record/stages.ts';
import { auditOf, snapshotOf, toldAbout } from '../../support/record/snapshot.ts';
import { openTestRecord, type TestRecord } from '../../support/record/test-record.ts';

let record: TestRecord;
let school: SchoolFixture;
beforeAll(async () => {
  record = await openTestRecord();
  school = await createSchool(record.pool);
});
afterAll(() => record.close());

const idOf = ({ graduate }: Scene) => graduate.graduateId;

interface AuditRow {
  action: string;
  payloadSealed: string;
  digest: string;
  fields: string[];
}

async function auditRows(scene: Scene): Promise<AuditRow[]> {
  const { rows } = await record.pool.query<AuditRow>(
    'SELECT "action", "payloadSealed", "digest", "fields" FROM "audit_event" WHERE "graduateId" = $1 ORDER BY "seq"',
    [idOf(scene)],
  );
  return rows;
}

async function valuesOf(scene: Scene, row: AuditRow): Promise<Record<string, unknown>> {
  const {
    rows: [graduate],
  } = await record.pool.query<{ auditKeySealed: string }>('SELECT "auditKeySealed" FROM "graduate" WHERE "id" = $1', [idOf(scene)]);
  const key = openAuditKey(record.cipher, idOf(scene), graduate!.auditKeySealed);
  return JSON.parse(openBytes(key!, Buffer.from(row.payloadSealed, 'base64url'), Buffer.from(`audit:${idOf(scene)}`)).toString()) as Record<
    string,
    unknown
  >;
}

describe('audit rows', () => {
  it('R22 name who acted, in which role, by which command, under which pack, and what changed by its field names', async () => {
    const scene = await stages.inReview(await newScene(record, school));
    const { college } = actorsOf(scene);
    const { latest } = (await sceneState(scene)).sections.DESTINATION;
    await run(record, idOf(scene), college, 'DECIDE_REVIEW', returnPayload(latest!.id, 'entityName'), { at: scene.now });
    const {
      rows: [command],
    } = await record.pool.query<{ id: string }>('SELECT "id" FROM "command" WHERE "graduateId" = $1 AND "type" = $2', [
      idOf(scene),
      'DECIDE_REVIEW',
    ]);
    expect((await auditOf(record, idOf(scene))).at(-1)).toEqual({
      action: 'SECTION_RETURNED',
      actor: college.id,
      actorRole: 'COLLEGE_REVIEWER',
      fields: ['DESTINATION', 'entityName'],
      commandId: command!.id,
      rulePack: 'national-1',
    });
  });

  it('R22 the words stand in the sealed values and nowhere in the clear', async () => {
    const scene = await stages.disputed(await newScene(record, school));
    const row = (await auditRows(scene)).at(-1)!;
    expect(row.fields).toEqual(['UNCONFIRMED', 'DISPUTED', 'GRADUATE_DISPUTED']);
    expect(await valuesOf(scene, row)).toMatchObject({ text: '单位名称有误', fields: ['entityName'], to: 'DISPUTED' });
    const { audit_event: rows } = await snapshotOf(record, idOf(scene));
    expect(JSON.stringify(rows)).not.toMatch(/单位名称有误|示例同学/);
  });

  it('R22 the digest is over what is sealed, so that it gives nothing away and outlives an erasure', async () => {
    const scene = await stages.disputed(await newScene(record, school));
    for (const { digest, payloadSealed } of await auditRows(scene))
      expect(digest).toBe(createHash('sha256').update(payloadSealed).digest('hex'));
    await record.pool.query('UPDATE "graduate" SET "auditKeySealed" = NULL WHERE "id" = $1', [idOf(scene)]);
    expect((await fit(scene, actorsOf(scene).graduate, 'RETRACT_DISPUTE')).code).toBe('APPLIED');
    const {
      rows: [last],
    } = await record.pool.query('SELECT "action", "payloadSealed" FROM "audit_event" WHERE "graduateId" = $1 ORDER BY "seq" DESC LIMIT 1', [
      idOf(scene),
    ]);
    expect(last).toEqual({ action: 'CONFIRMATION_CHANGED', payloadSealed: null });
  });

  it('R25 R36 no number stands in any row of the record, sealed values of the audit log included', async () => {
    const scene = await stages.granted(await newScene(record, school));
    const { rows } = await record.pool.query<{ id: string; numberSealed: string; kind: 'VERIFICATION' | 'TRANSFER' }>(
      `SELECT "id", "numberSealed", 'VERIFICATION' AS "kind" FROM "verification_grant" WHERE "graduateId" = $1
       UNION ALL SELECT "id", "numberSealed", 'TRANSFER' FROM "transfer_number" WHERE "graduateId" = $1`,
      [idOf(scene)],
    );
    const numbers = rows.map(({ kind, id, numberSealed }) => record.seals.open(kind, id, numberSealed));
    expect(numbers.map((number) => number.length).sort()).toEqual([15, 18]);
    const audit = await auditRows(scene);
    const sealed = await Promise.all(audit.map((row) => valuesOf(scene, row)));
    const { rows: commands } = await record.pool.query('SELECT * FROM "command" WHERE "graduateId" = $1', [idOf(scene)]);
    const everything = JSON.stringify([await snapshotOf(record, idOf(scene)), sealed, commands]);
    for (const number of numbers) expect(everything).not.toContain(number);
    expect(audit.map(({ action }) => action)).toEqual(expect.arrayContaining(['GRANT_ISSUED', 'TRANSFER_NUMBER_ISSUED']));
  });

  it('R25 a number that is sealed for one grant opens for no other, and X24 what it shows is sealed with it', async () => {
    const scene = await stages.granted(await newScene(record, school));
    const {
      rows: [grant],
    } = await record.pool.query<{ id: string; numberSealed: string; shownSealed: string }>(
      'SELECT * FROM "verification_grant" WHERE "graduateId" = $1',
      [idOf(scene)],
    );
    expect(() => record.seals.open('VERIFICATION', record.newId(), grant!.numberSealed)).toThrow('the seal does not fit');
    expect(() => record.seals.open('TRANSFER', grant!.id, grant!.numberSealed)).toThrow('the seal does not fit');
    expect(record.seals.openShown(grant!.id, grant!.shownSealed)).toMatchObject({
      schoolName: '示例大学',
      basic: { name: '示例同学' },
      destination: { code: '70' },
      dossier: null,
    });
  });

  it('R22 the history of the confirmation is kept, with digest, words and fields', async () => {
    const scene = await stages.disputed(await newScene(record, school));
    await fit(scene, actorsOf(scene).graduate, 'RETRACT_DISPUTE');
    scene.now += 1_000;
    await fit(scene, actorsOf(scene).graduate, 'CONFIRM');
    const { rows } = await record.pool.query(
      'SELECT "status", "cause", "disputeText", "disputeFields", "actor", "recordDigest" IS NOT NULL AS "digest" FROM "confirmation_record" WHERE "graduateId" = $1 ORDER BY "id"',
      [idOf(scene)],
    );
    const me = actorsOf(scene).graduate.id;
    expect(rows).toEqual([
      { status: 'UNCONFIRMED', cause: 'REPORTED', disputeText: null, disputeFields: [], actor: actorsOf(scene).school.id, digest: false },
      {
        status: 'DISPUTED',
        cause: 'GRADUATE_DISPUTED',
        disputeText: '单位名称有误',
        disputeFields: ['entityName'],
        actor: me,
        digest: true,
      },
      { status: 'UNCONFIRMED', cause: 'GRADUATE_RETRACTED', disputeText: null, disputeFields: [], actor: me, digest: false },
      { status: 'CONFIRMED', cause: 'GRADUATE_CONFIRMED', disputeText: null, disputeFields: [], actor: me, digest: true },
    ]);
    expect(await toldAbout(record, idOf(scene))).toEqual(['GRADUATE review.decided', 'SCHOOL dispute.opened']);
  });
});
