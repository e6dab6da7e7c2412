import { applyCommand } from '../../../activities/record/apply-command.ts';
import { CommandType } from '../../../domain/commands/command.ts';
import { findCommand } from '../../../infra/record/command-store.ts';
import { store } from '../../support/record/commands.ts';
import { fittingPayload } from '../../support/domain/fitting-payloads.ts';
import { createSchool, type SchoolFixture } from '../../support/record/graduates.ts';
import { actorOfCommand, actorsOf, newScene, sceneState, stages, type StageName } from '../../support/record/stages.ts';
import { auditOf, snapshotOf } from '../../support/record/snapshot.ts';
import { openTestRecord, type TestRecord } from '../../support/record/test-record.ts';

/** A place where each command is applied, and the events that it then writes. */
const applied: Readonly<Record<CommandType, readonly [StageName, readonly string[]]>> = {
  CHECK_BASIC_INFORMATION: ['fresh', ['BASIC_INFORMATION_CHECKED']],
  DISPUTE_BASIC_INFORMATION: ['fresh', ['TICKET_OPENED']],
  REQUEST_ORIGIN_CORRECTION: ['checked', ['TICKET_OPENED']],
  ANSWER_TICKET: ['ticketed', ['TICKET_ANSWERED', 'BASIC_CHECK_REOPENED']],
  CORRECT_BASIC_INFORMATION: ['confirmed', ['BASIC_INFORMATION_CORRECTED']],
  SUBMIT_SECTION: ['checked', ['SECTION_SUBMITTED']],
  REQUEST_VOID: ['registered', ['SECTION_SUBMITTED']],
  WITHDRAW_SUBMISSION: ['inReview', ['SECTION_WITHDRAWN']],
  DECIDE_REVIEW: ['inReview', ['SECTION_FORWARDED']],
  CONFIRM: ['registered', ['CONFIRMATION_CHANGED']],
  DISPUTE: ['registered', ['CONFIRMATION_CHANGED']],
  RETRACT_DISPUTE: ['disputed', ['CONFIRMATION_CHANGED']],
  ISSUE_GRANT: ['confirmed', ['GRANT_ISSUED']],
  CLOSE_GRANT: ['granted', ['GRANT_ENDED']],
  ENTER_SECTION: ['fresh', ['SECTION_SUBMITTED']],
  ENTER_VOID: ['confirmed', ['SECTION_SUBMITTED']],
  REQUEST_OPENING: ['departed', ['TICKET_OPENED']],
  OPEN_SECTION: ['checked', ['SECTION_OPENED']],
  CLOSE_OPENING: ['opened', ['OPENING_CLOSED']],
  REQUEST_EXCEPTION: ['afterCutoff', ['EXCEPTION_REQUESTED']],
  ANSWER_EXCEPTION: ['asked', ['EXCEPTION_ANSWERED']],
  REMIND: ['registered', ['REMINDED_BY_STAFF']],
  ISSUE_TRANSFER_NUMBER: ['registered', ['TRANSFER_NUMBER_ISSUED']],
  REMOVE_GRADUATE: ['granted', ['GRANT_ENDED', 'TRANSFER_NUMBER_ENDED', 'GRADUATE_REMOVED']],
};

let record: TestRecord;
let school: SchoolFixture;
beforeAll(async () => {
  record = await openTestRecord();
  school = await createSchool(record.pool);
});
afterAll(() => record.close());

async function stored(type: CommandType) {
  const scene = await stages[applied[type][0]](await newScene(record, school));
  const payload = fittingPayload(await sceneState(scene), type, null, scene.now);
  const send = (body: unknown = payload, key = 'key-1') =>
    store(record, scene.graduate.graduateId, actorOfCommand(scene, type), type, body, {
      at: scene.now,
      proofedAt: scene.now,
      key: `${scene.graduate.graduateId} ${key}`,
    });
  return { scene, payload, send, commandId: await send() };
}

describe('a command is stored once and applied once', () => {
  it.each(CommandType.options)('R14 X13 %s is idempotent: applied twice it writes once, and answers the same', async (type) => {
    const { scene, commandId } = await stored(type);
    const { graduateId } = scene.graduate;
    const auditBefore = (await auditOf(record, graduateId)).length;
    const first = await applyCommand(record, commandId);
    expect(first.outcome).toBe('APPLIED');
    const [after, outcome] = [await snapshotOf(record, graduateId), await findCommand(record.pool, commandId)];
    expect((await auditOf(record, graduateId, auditBefore)).map(({ action }) => action)).toEqual(applied[type][1]);
    expect(await applyCommand(record, commandId)).toEqual(first);
    expect(await snapshotOf(record, graduateId)).toEqual(after);
    expect(await findCommand(record.pool, commandId)).toEqual(outcome);
    expect(outcome?.outcome?.version).toBe((after.graduate[0] as { version: number }).version);
  });

  it.each(CommandType.options)(
    'R14 %s: the same key and body is the same command, before and after it was applied; another body is refused',
    async (type) => {
      const { scene, payload, send, commandId } = await stored(type);
      expect(await send(structuredClone(payload))).toBe(commandId);
      await applyCommand(record, commandId);
      expect(await send(structuredClone(payload))).toBe(commandId);
      await expect(send({ ...(payload as object), extra: 1 })).rejects.toMatchObject({
        name: 'RefusalError',
        code: 'IDEMPOTENCY_KEY_REUSED',
      });
      expect(await send(payload, 'key-2')).not.toBe(commandId);
      const { rows } = await record.pool.query('SELECT 1 FROM "command" WHERE "graduateId" = $1 AND "idempotencyKey" LIKE $2', [
        scene.graduate.graduateId,
        `${scene.graduate.graduateId} %`,
      ]);
      expect(rows).toHaveLength(2);
    },
  );
});

describe('the key belongs to the actor', () => {
  it('R14 another actor may use the same key; the same actor may not use it for another graduate', async () => {
    const [one, other] = [await newScene(record, school), await newScene(record, school)];
    const { admin, school: reviewer } = actorsOf(one);
    const payload = { changes: { major: '逻辑学' }, reason: '学籍更正' };
    const key = `shared ${one.graduate.graduateId}`;
    const first = await store(record, one.graduate.graduateId, admin, 'CORRECT_BASIC_INFORMATION', payload, { key });
    expect(await store(record, one.graduate.graduateId, reviewer, 'CORRECT_BASIC_INFORMATION', payload, { key })).not.toBe(first);
    await expect(store(record, other.graduate.graduateId, admin, 'CORRECT_BASIC_INFORMATION', payload, { key })).rejects.toMatchObject({
      code: 'IDEMPOTENCY_KEY_REUSED',
    });
  });

  it('R14 two requests with one key at the same time are one command', async () => {
    const { graduate, ...scene } = await newScene(record, school);
    const payload = { changes: { major: '逻辑学' }, reason: '学籍更正' };
    const key = `race ${graduate.graduateId}`;
    const ids = await Promise.all(
      Array.from({ length: 6 }, () =>
        store(record, graduate.graduateId, actorsOf({ ...scene, graduate }).admin, 'CORRECT_BASIC_INFORMATION', payload, { key }),
      ),
    );
    expect(new Set(ids).size).toBe(1);
  });

  it('X13 receivedAt is the database’s clock where nobody says otherwise, and proofedAt is kept', async () => {
    const scene = await newScene(record, school);
    // Milliseconds are cut off and never rounded up, or the last half of one before a deadline would be late.
    for (let round = 0; round < 20; round += 1) {
      const {
        rows: [before],
      } = await record.pool.query<{ now: number }>('SELECT app_now() AS "now"');
      const id = await store(record, scene.graduate.graduateId, actorsOf(scene).graduate, 'RETRACT_DISPUTE', {}, { proofedAt: scene.now });
      const {
        rows: [row],
      } = await record.pool.query<{ receivedAt: number; proofedAt: number; now: number }>(
        'SELECT "receivedAt", "proofedAt", app_now() AS "now" FROM "command" WHERE "id" = $1',
        [id],
      );
      expect(row!.receivedAt).toBeGreaterThanOrEqual(before!.now);
      expect(row!.receivedAt).toBeLessThanOrEqual(row!.now);
      expect(row!.proofedAt).toBe(scene.now);
    }
  });
});

describe('what a database cannot hold', () => {
  const nested = (depth: number): unknown => (depth === 0 ? 'x' : [nested(depth - 1)]);

  it.each([
    ['a zero character', ['示例\u0000公司'].flatMap((text) => [{ note: text }, { [text]: 'x' }, { list: [{ deep: text }] }])],
    ['half a character', ['示例\ud842公司'].flatMap((text) => [{ note: text }, { [text]: 'x' }, { list: [{ deep: text }] }])],
    ['a number without end', [{ note: Number.POSITIVE_INFINITY }]],
    ['a hundred thousand brackets', [{ note: JSON.parse('['.repeat(100_000) + ']'.repeat(100_000)) as unknown }, { note: nested(20) }]],
  ])('R17 a command with %s is refused for its shape, wherever it stands, and not stored', async (_, contents) => {
    const scene = await newScene(record, school);
    const { graduate } = actorsOf(scene);
    for (const content of contents) {
      await expect(
        store(record, scene.graduate.graduateId, graduate, 'SUBMIT_SECTION', {
          section: 'DOSSIER',
          content,
          evidenceIds: [],
          basedOn: null,
        }),
      ).rejects.toMatchObject({ name: 'RefusalError', code: 'INVALID_REQUEST' });
    }
    const { rows } = await record.pool.query('SELECT 1 FROM "command" WHERE "graduateId" = $1', [scene.graduate.graduateId]);
    expect(rows).toEqual([]);
  });
});
