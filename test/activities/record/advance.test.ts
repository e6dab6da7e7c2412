import { advance } from '../../../activities/record/advance.ts';
import { applyCommand } from '../../../activities/record/apply-command.ts';
import { findCommand } from '../../../infra/record/command-store.ts';
import { fittingPayload } from '../../support/domain/fitting-payloads.ts';
import { cutoff, dayMs, june, october, transferEnd } from '../../support/domain/instants.ts';
import { run, store } from '../../support/record/commands.ts';
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

const afterCutoff = cutoff + 9 * dayMs;
const idOf = ({ graduate }: Scene) => graduate.graduateId;
const auditFrom = async (scene: Scene, from: number) =>
  (await auditOf(record, idOf(scene), from)).map(({ action, actor, actorRole, commandId }) => [
    action,
    actor,
    actorRole,
    commandId === null,
  ]);

describe('what the clock has made true', () => {
  it('R55 the cutoff lapses what is at a desk, by the hand of the system, and the graduate is told', async () => {
    const scene = await stages.inReview(await newScene(record, school));
    const [audit, told] = [(await auditOf(record, idOf(scene))).length, (await toldAbout(record, idOf(scene))).length];
    const answer = await advance(record, idOf(scene), afterCutoff);
    expect(answer).toMatchObject({ stage: 'REGISTERING', overdue: false, ended: false });
    expect(await sceneState(scene)).toMatchObject({
      cutoffRecorded: true,
      sections: { DESTINATION: { current: null, latest: { status: 'LAPSED', statusSince: afterCutoff } } },
    });
    expect(await auditFrom(scene, audit)).toEqual([
      ['CUTOFF_RECORDED', 'system:lifecycle', 'SYSTEM', true],
      ['SECTION_LAPSED', 'system:lifecycle', 'SYSTEM', true],
    ]);
    expect((await toldAbout(record, idOf(scene))).slice(told)).toEqual(['GRADUATE cutoff.reached']);
  });

  it.each([
    ['registered', afterCutoff],
    ['granted', june + 40 * dayMs],
    ['granted', transferEnd + dayMs],
    ['ended', transferEnd + 2 * dayMs],
    ['fresh', june],
  ] as const)('X13 advance is idempotent: %s to %d, twice', async (stage, asOf) => {
    const scene = await stages[stage](await newScene(record, school));
    const first = await advance(record, idOf(scene), asOf);
    const after = await snapshotOf(record, idOf(scene));
    expect(await advance(record, idOf(scene), asOf)).toEqual(first);
    expect(await snapshotOf(record, idOf(scene))).toEqual(after);
    expect(first.nextDeadline ?? Infinity).toBeGreaterThan(asOf);
  });

  it('X13 five workers that advance at once write once', async () => {
    const scene = await stages.inReview(await newScene(record, school));
    const audit = (await auditOf(record, idOf(scene))).length;
    await Promise.all(Array.from({ length: 5 }, () => advance(record, idOf(scene), afterCutoff)));
    expect((await auditFrom(scene, audit)).map(([action]) => action)).toEqual(['CUTOFF_RECORDED', 'SECTION_LAPSED']);
    expect((await toldAbout(record, idOf(scene))).filter((line) => line === 'GRADUATE cutoff.reached')).toHaveLength(1);
  });

  it('R29 R30 a grant that is over but not booked is booked with its renewal, and the renewal has another number', async () => {
    const scene = await stages.granted(await newScene(record, school));
    const [first] = (await sceneState(scene)).grants;
    scene.now = october;
    const told = (await toldAbout(record, idOf(scene))).length;
    expect((await fit(scene, actorsOf(scene).graduate, 'ISSUE_GRANT', 'DOSSIER')).code).toBe('APPLIED');
    const { grants } = await sceneState(scene);
    expect(grants.map(({ id, status }) => [id === first!.id, status])).toEqual([
      [true, 'EXPIRED'],
      [false, 'ACTIVE'],
    ]);
    const { rows } = await record.pool.query<{ numberIndex: string; numberSealed: string; id: string }>(
      'SELECT "id", "numberIndex", "numberSealed" FROM "verification_grant" WHERE "graduateId" = $1 ORDER BY "issuedAt"',
      [idOf(scene)],
    );
    const numbers = rows.map(({ id, numberSealed }) => record.seals.open('VERIFICATION', id, numberSealed));
    expect(new Set(numbers).size).toBe(2);
    for (const number of numbers) expect(number).toMatch(/^27\d{5}[0-9A-Z]{8}$/);
    expect((await toldAbout(record, idOf(scene))).slice(told).sort()).toEqual(['GRADUATE grant.expired', 'GRADUATE grant.issued']);
    const before = await snapshotOf(record, idOf(scene));
    await advance(record, idOf(scene), scene.now);
    expect((await snapshotOf(record, idOf(scene))).verification_grant).toEqual(before.verification_grant);
  });

  it('R33 R42 X20 the end of the service writes ENDED, and nothing is planned after it', async () => {
    const scene = await stages.granted(await newScene(record, school));
    const answer = await advance(record, idOf(scene), transferEnd + dayMs);
    expect(answer).toMatchObject({ stage: 'ENDED', ended: true, nextDeadline: null, nextStep: null });
    const {
      rows: [row],
    } = await record.pool.query('SELECT "stage", "nextDeadline", "endedAt" FROM "graduate" WHERE "id" = $1', [idOf(scene)]);
    expect(row).toEqual({ stage: 'ENDED', nextDeadline: null, endedAt: transferEnd + dayMs });
    expect(await sceneState(scene)).toMatchObject({ grants: [{ status: 'EXPIRED' }], transferNumbers: [{ status: 'ENDED' }] });
  });
});

describe('X13 commands received before an instant come before what the clock does', () => {
  const waiting = async (scene: Scene, actor: keyof ReturnType<typeof actorsOf>, type: Parameters<typeof fit>[2], at: number) =>
    store(record, idOf(scene), actorsOf(scene)[actor], type, fittingPayload(await sceneState(scene), type, null, scene.now), {
      at,
      proofedAt: at,
    });

  it('X13 R55 an approval received in the last millisecond is applied, and nothing lapses', async () => {
    const scene = await stages.inReview(await newScene(record, school));
    await fit(scene, actorsOf(scene).college, 'DECIDE_REVIEW');
    const commandId = await waiting(scene, 'school', 'DECIDE_REVIEW', cutoff - 1);
    await advance(record, idOf(scene), afterCutoff);
    expect((await findCommand(record.pool, commandId))?.outcome?.code).toBe('APPLIED');
    expect(await sceneState(scene)).toMatchObject({
      cutoffRecorded: true,
      confirmation: { status: 'UNCONFIRMED' },
      sections: { DESTINATION: { current: { status: 'APPROVED' } } },
    });
  });

  it('X13 R55 one received at the cutoff is refused, whenever it is worked on', async () => {
    const scene = await stages.inReview(await newScene(record, school));
    const commandId = await waiting(scene, 'college', 'DECIDE_REVIEW', cutoff);
    expect((await applyCommand(record, commandId)).outcome).toBe('AFTER_CUTOFF');
  });

  it('X13 R29 a close received before the end of the grant closes it, though the worker comes later', async () => {
    const scene = await stages.granted(await newScene(record, school));
    const { deadline } = (await sceneState(scene)).grants[0]!;
    const commandId = await waiting(scene, 'graduate', 'CLOSE_GRANT', deadline - 1);
    await advance(record, idOf(scene), deadline + dayMs);
    expect((await findCommand(record.pool, commandId))?.outcome?.code).toBe('APPLIED');
    expect((await sceneState(scene)).grants).toMatchObject([{ status: 'CLOSED' }]);
  });

  it('X13 they are applied in the order of their receipt', async () => {
    const scene = await stages.checked(await newScene(record, school));
    const correction = (className: string, at: number) =>
      store(
        record,
        idOf(scene),
        actorsOf(scene).admin,
        'CORRECT_BASIC_INFORMATION',
        { changes: { className }, reason: '学籍更正' },
        { at },
      );
    await correction('三班', june + 300);
    await correction('二班', june + 200);
    await advance(record, idOf(scene), june + dayMs);
    expect((await sceneState(scene)).basic.className).toBe('三班');
  });

  it('X13 one received after the instant waits for its own turn', async () => {
    const scene = await stages.inReview(await newScene(record, school));
    const commandId = await waiting(scene, 'college', 'DECIDE_REVIEW', june + dayMs);
    await advance(record, idOf(scene), june + 1_000);
    expect((await findCommand(record.pool, commandId))?.outcome).toBeNull();
  });

  it('R14 advance of nobody says so', async () => {
    await expect(advance(record, record.newId(), june)).rejects.toThrow('no such graduate');
    await expect(applyCommand(record, record.newId())).rejects.toThrow('no such command');
  });

  it('R54 what the answer of the record holds is plain and impersonal', async () => {
    const scene = await stages.granted(await newScene(record, school));
    const answer = await advance(record, idOf(scene), scene.now);
    expect(Object.keys(answer).sort()).toEqual(['ended', 'nextDeadline', 'nextStep', 'overdue', 'stage', 'version']);
    expect((await run(record, idOf(scene), actorsOf(scene).graduate, 'RETRACT_DISPUTE', {}, { at: scene.now })).code).toBe('NO_DISPUTE');
  });
});
