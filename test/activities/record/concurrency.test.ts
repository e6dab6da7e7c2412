import { applyCommand } from '../../../activities/record/apply-command.ts';
import type { CommandType } from '../../../domain/commands/command.ts';
import { findCommand } from '../../../infra/record/command-store.ts';
import { store, type Actor } from '../../support/record/commands.ts';
import { fittingPayload } from '../../support/domain/fitting-payloads.ts';
import { returnPayload } from '../../support/domain/journey.ts';
import { createSchool, type SchoolFixture } from '../../support/record/graduates.ts';
import { actorsOf, fit, newScene, sceneState, stages, type Scene } from '../../support/record/stages.ts';
import { auditOf, toldAbout } from '../../support/record/snapshot.ts';
import { openTestRecord, type TestRecord } from '../../support/record/test-record.ts';

let record: TestRecord;
let school: SchoolFixture;
beforeAll(async () => {
  record = await openTestRecord();
  school = await createSchool(record.pool);
});
afterAll(() => record.close());

const secondReviewer = (): Actor => ({ id: record.newId(), role: 'COLLEGE_REVIEWER' });

/** Stores commands and applies them all at once; their outcome codes in the order given. */
async function atOnce(scene: Scene, commands: readonly (readonly [Actor, CommandType, unknown])[]): Promise<string[]> {
  const ids = await Promise.all(
    commands.map(([actor, type, payload]) =>
      store(record, scene.graduate.graduateId, actor, type, payload, { at: scene.now, proofedAt: scene.now }),
    ),
  );
  const answers = await Promise.all(ids.map((id) => applyCommand(record, id)));
  const outcomes = await Promise.all(ids.map((id) => findCommand(record.pool, id)));
  expect(answers.map(({ outcome }) => outcome)).toEqual(outcomes.map((command) => command?.outcome?.code));
  return answers.map(({ outcome }) => outcome);
}

const since = async (scene: Scene, from: number) => (await auditOf(record, scene.graduate.graduateId, from)).map(({ action }) => action);

describe('commands at the same instant', () => {
  it('R14 two reviewers decide at once: exactly one decision is applied, one row of audit, one message', async () => {
    for (let round = 0; round < 8; round += 1) {
      const scene = await stages.inReview(await newScene(record, school));
      const versionId = (await sceneState(scene)).sections.DESTINATION.latest!.id;
      const [audit, told] = [
        (await auditOf(record, scene.graduate.graduateId)).length,
        (await toldAbout(record, scene.graduate.graduateId)).length,
      ];
      const codes = await atOnce(scene, [
        [actorsOf(scene).college, 'DECIDE_REVIEW', returnPayload(versionId)],
        [secondReviewer(), 'DECIDE_REVIEW', returnPayload(versionId)],
      ]);
      expect(codes.sort()).toEqual(['APPLIED', 'SUBMISSION_CHANGED']);
      expect(await since(scene, audit)).toEqual(['SECTION_RETURNED']);
      expect((await toldAbout(record, scene.graduate.graduateId)).slice(told)).toEqual(['GRADUATE review.decided']);
    }
  });

  it('R14 one reviewer approves while the other returns: one of them wins, whole', async () => {
    const scene = await stages.inReview(await newScene(record, school));
    const versionId = (await sceneState(scene)).sections.DESTINATION.latest!.id;
    const codes = await atOnce(scene, [
      [actorsOf(scene).college, 'DECIDE_REVIEW', { decision: 'APPROVE', versionId }],
      [secondReviewer(), 'DECIDE_REVIEW', returnPayload(versionId)],
    ]);
    const { latest } = (await sceneState(scene)).sections.DESTINATION;
    expect([...codes, latest?.status]).toEqual(
      codes[0] === 'APPLIED' ? ['APPLIED', 'WRONG_DESK', 'SCHOOL_REVIEW'] : ['SUBMISSION_CHANGED', 'APPLIED', 'RETURNED'],
    );
  });

  it('R28 two grants of a kind at once: one number', async () => {
    const scene = await stages.confirmed(await newScene(record, school));
    const payload = fittingPayload(await sceneState(scene), 'ISSUE_GRANT', 'DOSSIER', scene.now);
    const { graduate } = actorsOf(scene);
    expect(
      (
        await atOnce(scene, [
          [graduate, 'ISSUE_GRANT', payload],
          [graduate, 'ISSUE_GRANT', payload],
          [graduate, 'ISSUE_GRANT', payload],
        ])
      ).sort(),
    ).toEqual(['APPLIED', 'GRANT_ALREADY_LIVE', 'GRANT_ALREADY_LIVE']);
    expect((await sceneState(scene)).grants).toHaveLength(1);
  });

  it('R14 two submissions of a section at once: one is at the desk', async () => {
    const scene = await stages.checked(await newScene(record, school));
    const payload = fittingPayload(await sceneState(scene), 'SUBMIT_SECTION', 'DOSSIER', scene.now);
    const { graduate } = actorsOf(scene);
    expect(
      (
        await atOnce(scene, [
          [graduate, 'SUBMIT_SECTION', payload],
          [graduate, 'SUBMIT_SECTION', payload],
        ])
      ).sort(),
    ).toEqual(['ALREADY_IN_REVIEW', 'APPLIED']);
  });

  it('R21 R23 the graduate confirms while the school corrects the name: never confirmed with the old name', async () => {
    for (let round = 0; round < 8; round += 1) {
      const scene = await stages.registered(await newScene(record, school));
      const digest = fittingPayload(await sceneState(scene), 'CONFIRM', null, scene.now);
      const codes = await atOnce(scene, [
        [actorsOf(scene).graduate, 'CONFIRM', digest],
        [actorsOf(scene).admin, 'CORRECT_BASIC_INFORMATION', { changes: { name: '示例更名' }, reason: '学籍更正' }],
      ]);
      expect(codes[1]).toBe('APPLIED');
      expect(['APPLIED', 'RECORD_CHANGED']).toContain(codes[0]);
      expect((await sceneState(scene)).confirmation.status).toBe('UNCONFIRMED');
    }
  });

  it('R14 one command applied by five workers at once is applied once, and all get the same answer', async () => {
    const scene = await stages.checked(await newScene(record, school));
    const payload = fittingPayload(await sceneState(scene), 'SUBMIT_SECTION', 'DOSSIER', scene.now);
    const id = await store(record, scene.graduate.graduateId, actorsOf(scene).graduate, 'SUBMIT_SECTION', payload, { at: scene.now });
    const audit = (await auditOf(record, scene.graduate.graduateId)).length;
    const answers = await Promise.all(Array.from({ length: 5 }, () => applyCommand(record, id)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await since(scene, audit)).toEqual(['SECTION_SUBMITTED']);
  });
});

describe('commands that are applied in another order than they were received', () => {
  it('R14 a submission that was received before one that was withdrawn is still the one at the desk', async () => {
    const scene = await stages.checked(await newScene(record, school));
    const { graduate, college } = actorsOf(scene);
    const late = await store(
      record,
      scene.graduate.graduateId,
      graduate,
      'SUBMIT_SECTION',
      fittingPayload(await sceneState(scene), 'SUBMIT_SECTION', 'DOSSIER', scene.now),
      { at: scene.now },
    );
    scene.now += 1_000;
    await fit(scene, graduate, 'SUBMIT_SECTION', 'DOSSIER');
    await fit(scene, graduate, 'WITHDRAW_SUBMISSION', 'DOSSIER');
    expect((await applyCommand(record, late)).outcome).toBe('APPLIED');
    expect((await sceneState(scene)).sections.DOSSIER.latest?.status).toBe('COLLEGE_REVIEW');
    scene.now += 1_000;
    expect((await fit(scene, graduate, 'SUBMIT_SECTION', 'DOSSIER')).code).toBe('ALREADY_IN_REVIEW');
    expect((await fit(scene, college, 'DECIDE_REVIEW')).code).toBe('APPLIED');
  });

  it('R14 one that was approved is not hidden by one that was returned before it', async () => {
    const scene = await stages.checked(await newScene(record, school));
    const { graduate, college, school: office } = actorsOf(scene);
    const late = await store(
      record,
      scene.graduate.graduateId,
      graduate,
      'SUBMIT_SECTION',
      fittingPayload(await sceneState(scene), 'SUBMIT_SECTION', 'DOSSIER', scene.now),
      { at: scene.now },
    );
    scene.now += 1_000;
    await fit(scene, graduate, 'SUBMIT_SECTION', 'DOSSIER');
    const versionId = (await sceneState(scene)).sections.DOSSIER.latest!.id;
    await atOnce(scene, [[college, 'DECIDE_REVIEW', returnPayload(versionId)]]);
    await applyCommand(record, late);
    await fit(scene, college, 'DECIDE_REVIEW');
    await fit(scene, office, 'DECIDE_REVIEW');
    expect((await sceneState(scene)).sections.DOSSIER).toMatchObject({ current: { status: 'APPROVED' }, latest: null });
  });
});
