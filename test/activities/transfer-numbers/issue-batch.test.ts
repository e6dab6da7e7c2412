import fc from 'fast-check';
import { applyCommand } from '../../../activities/record/apply-command.ts';
import { issueTransferNumbers } from '../../../activities/transfer-numbers/issue-transfer-numbers.ts';
import { decide } from '../../../domain/decision/decide.ts';
import { evolve } from '../../../domain/decision/evolve.ts';
import type { GraduateState } from '../../../domain/graduate/graduate-state.ts';
import type { StatementKind } from '../../../domain/grants/grant.ts';
import { standingOf } from '../../../domain/lifecycle/standing.ts';
import { checkNumber } from '../../../domain/numbers/read-number.ts';
import { nationalDefault } from '../../../domain/rule-packs/national-default.ts';
import { shownRecordOf } from '../../../domain/statements/shown-record.ts';
import { openAuditKey } from '../../../infra/record/audit-rows.ts';
import { guardContextOf } from '../../../infra/record/guard-context.ts';
import { findGraduate } from '../../../infra/record/load-graduate.ts';
import { createRulePacks } from '../../../infra/record/rule-packs.ts';
import { openBytes } from '../../../infra/crypto/aes-gcm.ts';
import type { StoredBatch } from '../../../infra/transfer-numbers/batch-store.ts';
import { dayMs, june, transferEnd } from '../../support/domain/instants.ts';
import { PaperRecord } from '../../support/domain/paper-record.ts';
import { attemptOf, walkSteps, type WalkStep } from '../../support/domain/random-walk.ts';
import { within } from '../../support/domain/within.ts';
import { store } from '../../support/record/commands.ts';
import { pendingDestination, studyDestination } from '../../support/record/contents.ts';
import { evidenceOf } from '../../support/record/evidence.ts';
import { createSchool } from '../../support/record/graduates.ts';
import { submit } from '../../support/record/registration.ts';
import { auditOf, snapshotOf, toldAbout } from '../../support/record/snapshot.ts';
import { requestNumbers, skipsOf } from '../../support/record/number-batches.ts';
import { newScene, registerSection, sceneState, stages, type Scene } from '../../support/record/stages.ts';
import { openTestRecord, type TestRecord } from '../../support/record/test-record.ts';

const noProgress = () => undefined;
let record: TestRecord;
beforeAll(async () => {
  record = await openTestRecord();
});
afterAll(() => record?.close());

const idOf = ({ graduate }: Scene) => graduate.graduateId;

const issue = (batch: StoredBatch, dependencies = record) => issueTransferNumbers(dependencies, batch.id, noProgress);

async function walk(scene: Scene, steps: readonly WalkStep[]): Promise<Scene> {
  for (const step of steps) {
    if (step.kind === 'TIME') continue;
    const { actor, type, payload } = attemptOf(new PaperRecord({ state: await sceneState(scene), now: scene.now }), step);
    scene.now += 1_000;
    const body = payload(await sceneState(scene), scene.now);
    await applyCommand(record, await store(record, idOf(scene), actor, type, body, { at: scene.now, proofedAt: scene.now }));
  }
  return scene;
}

const withoutIds = (state: GraduateState) => ({ ...state, transferNumbers: state.transferNumbers.map(({ id: _, ...number }) => number) });
const nextDeadlineOf = async (scene: Scene) =>
  (await record.pool.query<{ at: number | null }>('SELECT "nextDeadline" AS "at" FROM "graduate" WHERE "id" = $1', [idOf(scene)])).rows[0]
    ?.at ?? null;

/** What deciding a command that was received at the batch's instant comes to. */
async function expected(scene: Scene, kind: StatementKind, at: number) {
  const loaded = (await findGraduate(record.pool, idOf(scene)))!;
  const guard = await guardContextOf(createRulePacks(record.pool), loaded, at);
  const actor = { id: scene.school.staff.schoolAdmin, role: 'SCHOOL_ADMIN' as const };
  const decision = decide(
    loaded.state,
    { type: 'ISSUE_TRANSFER_NUMBER', payload: { kind } },
    { ...guard, actor, proofedAt: null, newId: record.newId, newNumber: () => 'number' },
  );
  if (!decision.accepted) return { refused: decision.refusal.code, state: loaded.state, nextDeadline: await nextDeadlineOf(scene) };
  const after = decision.events.reduce((state, event) => evolve(state, event, at), loaded.state);
  const [before, standing] = [standingOf(loaded.state, guard), standingOf({ ...after, version: after.version + 1 }, guard)];
  return {
    refused: undefined,
    state: { ...after, version: after.version + 1 },
    nextDeadline: (await nextDeadlineOf(scene)) === before.nextDeadline ? standing.nextDeadline : undefined,
  };
}

async function check(scenes: readonly Scene[], kind: StatementKind, at: number): Promise<void> {
  const expectations = await Promise.all(scenes.map((scene) => expected(scene, kind, at)));
  const from = await Promise.all(
    scenes.map(async (scene) => [(await auditOf(record, idOf(scene))).length, (await toldAbout(record, idOf(scene))).length] as const),
  );
  const batch = await requestNumbers(record, scenes[0]!.school, kind, at);
  const progress = await issue(batch, { ...record, rulePacks: createRulePacks(record.pool) });
  const skips = await skipsOf(record, batch);
  expect(progress).toEqual({
    status: 'DONE',
    graduates: scenes.length,
    done: scenes.length,
    issued: expectations.filter(({ refused }) => !refused).length,
    skipped: expectations.filter(({ refused }) => refused).length,
  });
  for (const [index, scene] of scenes.entries()) {
    const { refused, state, nextDeadline } = expectations[index]!;
    expect(skips[idOf(scene)]).toBe(refused);
    expect(withoutIds(await sceneState(scene))).toEqual(withoutIds(state));
    if (nextDeadline !== undefined) expect(await nextDeadlineOf(scene)).toBe(nextDeadline);
    const audited = (await auditOf(record, idOf(scene))).slice(from[index]![0]);
    expect(audited).toEqual(
      refused
        ? []
        : [
            {
              action: 'TRANSFER_NUMBER_ISSUED',
              actor: batch.requestedBy,
              actorRole: 'SCHOOL_ADMIN',
              fields: [kind],
              commandId: null,
              rulePack: await guardPack(scene, at),
            },
          ],
    );
    expect((await toldAbout(record, idOf(scene))).length).toBe(from[index]![1]);
  }
}
const guardPack = async (scene: Scene, at: number) =>
  (await guardContextOf(createRulePacks(record.pool), (await findGraduate(record.pool, idOf(scene)))!, at)).pack.id;

describe('transfer numbers, set by set', () => {
  it('R37 R38 X3 X6 X16 equals deciding row by row: state, refusals, audit rows, deadlines, whatever happened before', async () => {
    const overrides = fc.record({
      dossierInSchool: fc.boolean(),
      hukouInSchool: fc.boolean(),
      graduatedAt: fc.constantFrom('202706', '202612', '202506'),
    });
    const cases = fc.array(fc.tuple(walkSteps(14), overrides), { minLength: 2, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(
        cases,
        fc.constantFrom<StatementKind>('DOSSIER', 'HUKOU'),
        within(20_000, async (walks, kind) => {
          const school = await createSchool(record.pool);
          const scenes = await Promise.all(walks.map(async ([steps, fields]) => walk(await newScene(record, school, fields), steps)));
          await check(scenes, kind, Math.max(...scenes.map(({ now }) => now)) + 1_000);
        }),
      ),
      { numRuns: 20 },
    );
  }, 60_000);

  it('R42 X13 the instant of the request decides at the end of the service', async () => {
    const school = await createSchool(record.pool);
    const scene = await stages.registered(await newScene(record, school));
    await check([scene], 'DOSSIER', transferEnd);
    await check([scene], 'DOSSIER', transferEnd - 1);
  });

  it('R37 X20 skips whoever has ended, and who has no destination', async () => {
    const school = await createSchool(record.pool);
    const [fresh, ended] = [await newScene(record, school), await stages.ended(await newScene(record, school))];
    await check([fresh, ended], 'HUKOU', transferEnd - dayMs);
  });

  it('X3 asks for a settled destination where the pack says so', async () => {
    const school = await createSchool(record.pool);
    await record.pool.query(`INSERT INTO "province" ("code", "name") VALUES ('630000', '青海省') ON CONFLICT DO NOTHING`);
    await record.pool.query(`UPDATE "school" SET "provinceCode" = '630000' WHERE "id" = $1`, [school.schoolId]);
    const pack = { ...nationalDefault, id: 'settled-1', transferNumberNeeds: { value: 'SETTLED', clause: 'X3' } };
    await record.pool.query(
      `INSERT INTO "rule_pack" ("id", "provinceCode", "effectiveFrom", "body") VALUES ('settled-1', '630000', '2020-01-01', $1)`,
      [pack],
    );
    const [settled, pending] = [await stages.checked(await newScene(record, school)), await stages.checked(await newScene(record, school))];
    await submit(
      record,
      school,
      settled.graduate,
      'DESTINATION',
      studyDestination,
      [await evidenceOf(record, settled.graduate, 'DESTINATION')],
      june + 1_000,
    );
    await submit(record, school, pending.graduate, 'DESTINATION', pendingDestination, [], june + 1_000);
    const batch = await requestNumbers(record, school, 'DOSSIER', june + dayMs);
    await issue(batch, { ...record, rulePacks: createRulePacks(record.pool) });
    expect(await skipsOf(record, batch)).toEqual({ [idOf(pending)]: 'DESTINATION_NOT_SETTLED' });
    expect((await sceneState(settled)).transferNumbers).toHaveLength(1);
  });
});

describe('what a batch writes', () => {
  it('R36 X24 numbers that open, read right and show the record, and audit values under the key of each graduate', async () => {
    const school = await createSchool(record.pool);
    const scene = await registerSection(await stages.registered(await newScene(record, school)), 'DOSSIER');
    await issue(await requestNumbers(record, school, 'DOSSIER', scene.now));
    const {
      rows: [row],
    } = await record.pool.query('SELECT * FROM "transfer_number" WHERE "graduateId" = $1', [idOf(scene)]);
    const number = record.seals.open('TRANSFER', row.id, row.numberSealed);
    expect(checkNumber(number)).toMatchObject({ ok: true, kind: 'TRANSFER' });
    expect(record.seals.indexesOf(number)).toContain(row.numberIndex);
    expect(record.seals.openShown(row.id, row.shownSealed)).toEqual(shownRecordOf(await sceneState(scene)));
    expect(row).toMatchObject({ status: 'ACTIVE', issuedBy: school.staff.schoolAdmin, deadline: transferEnd, issuedAt: scene.now });
    const {
      rows: [audit],
    } = await record.pool.query(
      `SELECT a."payloadSealed", g."auditKeySealed" FROM "audit_event" a JOIN "graduate" g ON g."id" = a."graduateId"
      WHERE a."graduateId" = $1 AND a."action" = 'TRANSFER_NUMBER_ISSUED'`,
      [idOf(scene)],
    );
    const key = openAuditKey(record.cipher, idOf(scene), audit.auditKeySealed)!;
    const values = openBytes(key, Buffer.from(audit.payloadSealed, 'base64url'), Buffer.from(`audit:${idOf(scene)}`)).toString();
    expect(JSON.parse(values)).toEqual({ transferNumber: { id: row.id, kind: 'DOSSIER', status: 'ACTIVE', deadline: transferEnd } });
    expect(values).not.toContain(number);
    expect((await record.pool.query('SELECT FROM "outbox" WHERE "graduateId" = $1', [idOf(scene)])).rowCount).toBe(1);
  });

  it('R38 R39 X6 again it makes anew what has died, and nothing else', async () => {
    const school = await createSchool(record.pool);
    const [kept, changed] = [
      await stages.registered(await newScene(record, school)),
      await stages.registered(await newScene(record, school)),
    ];
    await issue(await requestNumbers(record, school, 'DOSSIER', june + dayMs));
    changed.now = june + 2 * dayMs;
    await registerSection(changed, 'DOSSIER');
    expect((await sceneState(changed)).transferNumbers.map(({ status }) => status)).toEqual(['INVALIDATED']);
    const before = await snapshotOf(record, idOf(kept));
    const batch = await requestNumbers(record, school, 'DOSSIER', june + 3 * dayMs);
    expect(await issue(batch)).toMatchObject({ issued: 1, skipped: 1 });
    expect(await skipsOf(record, batch)).toEqual({ [idOf(kept)]: 'TRANSFER_NUMBER_CURRENT' });
    expect(await snapshotOf(record, idOf(kept))).toEqual(before);
    expect((await sceneState(changed)).transferNumbers.map(({ status }) => status)).toEqual(['INVALIDATED', 'ACTIVE']);
    expect(await issue(await requestNumbers(record, school, 'HUKOU', june + 3 * dayMs))).toMatchObject({ issued: 2 });
  });

  it('R41 keeps to its query: college, class, stage and cohort', async () => {
    const school = await createSchool(record.pool);
    const inClass = await stages.registered(await newScene(record, school, { className: '二班' }));
    await stages.registered(await newScene(record, school));
    expect(await issue(await requestNumbers(record, school, 'DOSSIER', june + dayMs, { className: '二班' }))).toMatchObject({
      graduates: 1,
      issued: 1,
    });
    expect((await sceneState(inClass)).transferNumbers).toHaveLength(1);
    expect(await issue(await requestNumbers(record, school, 'DOSSIER', june + dayMs, { stage: 'CONFIRMED' }))).toMatchObject({
      graduates: 0,
    });
    expect(await issue(await requestNumbers(record, school, 'DOSSIER', june + dayMs, { cohort: 2026 }))).toMatchObject({ graduates: 0 });
    expect(await issue(await requestNumbers(record, school, 'DOSSIER', june + dayMs, { collegeId: record.newId() }))).toMatchObject({
      graduates: 0,
    });
  });
});
