import fc from 'fast-check';
import { applyCommand } from '../../../activities/record/apply-command.ts';
import { closeCohort } from '../../../activities/calendar/close-cohort.ts';
import { evolve } from '../../../domain/decision/evolve.ts';
import { cutoffEvents } from '../../../domain/lifecycle/due-events.ts';
import { stageOf } from '../../../domain/lifecycle/standing.ts';
import { findInReview, sectionKinds } from '../../../domain/registration/section.ts';
import { notificationsOf } from '../../../domain/notifications/notifications-of.ts';
import { readCohort, type Cohort } from '../../../infra/calendar/cohort-store.ts';
import { inTransaction } from '../../../infra/database/transaction.ts';
import { isCohortOpen, sweepCutoff } from '../../../infra/calendar/sweep-cutoff.ts';
import { fittingPayload } from '../../support/domain/fitting-payloads.ts';
import { cutoff, dayMs, minuteMs } from '../../support/domain/instants.ts';
import { returnPayload } from '../../support/domain/journey.ts';
import { PaperRecord } from '../../support/domain/paper-record.ts';
import { attemptOf, walkSteps, type WalkStep } from '../../support/domain/random-walk.ts';
import { within } from '../../support/domain/within.ts';
import { run, store } from '../../support/record/commands.ts';
import { createSchool } from '../../support/record/graduates.ts';
import { auditOf, snapshotOf, toldAbout } from '../../support/record/snapshot.ts';
import { actorsOf, advanceTo, fit, newScene, sceneState, stages, type Scene } from '../../support/record/stages.ts';
import { openTestRecord, type TestRecord } from '../../support/record/test-record.ts';

const sweptAt = cutoff + minuteMs;
const noProgress = () => undefined;

let record: TestRecord;
beforeAll(async () => {
  record = await openTestRecord();
});
afterAll(() => record?.close());

const cohortOf = ({ school }: Scene): Promise<Cohort> => readCohort(record, school.schoolId, 2027, sweptAt);
const idOf = ({ graduate }: Scene) => graduate.graduateId;
const outboxOf = async (scene: Scene) =>
  (await record.pool.query('SELECT 1 FROM "outbox" WHERE "graduateId" = $1', [idOf(scene)])).rowCount;

/** Takes a scene through the steps that are not refused. */
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

/** What deciding one by one writes for a graduate at the cutoff. */
async function expected(scene: Scene) {
  const { pack, windows } = await cohortOf(scene);
  const before = await sceneState(scene);
  const events = before.ended ? [] : cutoffEvents(before, { now: sweptAt, windows });
  const after = events.reduce((state, event) => evolve(state, event, sweptAt), before);
  return {
    state: { ...after, version: before.version + 1, stage: stageOf(after), overdue: false },
    audit: events.map((event) => [event.type, 'section' in event ? [event.section] : []]),
    told: notificationsOf(events, before, { now: sweptAt, pack, windows }).map(({ recipientKind, event }) => `${recipientKind} ${event}`),
  };
}

describe('the cutoff, set by set', () => {
  it('R55 X13 equals deciding row by row: state, audit rows, messages, whatever happened before', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(walkSteps(14), { minLength: 2, maxLength: 4 }),
        within(20_000, async (walks) => {
          const school = await createSchool(record.pool);
          const scenes = await Promise.all(walks.map(async (steps) => walk(await newScene(record, school), steps)));
          const expectations = await Promise.all(scenes.map(expected));
          const from = await Promise.all(
            scenes.map(
              async (scene) => [(await auditOf(record, idOf(scene))).length, (await toldAbout(record, idOf(scene))).length] as const,
            ),
          );
          expect(await closeCohort(record, await cohortOf(scenes[0]!), sweptAt, noProgress)).toBe(true);
          for (const [index, scene] of scenes.entries()) {
            const [audited, told] = from[index]!;
            const { state, audit, told: messages } = expectations[index]!;
            expect(await sceneState(scene)).toEqual(state);
            expect((await auditOf(record, idOf(scene), audited)).map(({ action, fields }) => [action, fields])).toEqual(audit);
            expect((await toldAbout(record, idOf(scene))).slice(told)).toEqual(messages);
          }
        }),
      ),
      { numRuns: 25 },
    );
  }, 60_000);

  it('X7 R55 spares what an exception keeps open, in every mix of sections and granted scopes', async () => {
    const scopes = ['DESTINATION', 'DOSSIER', 'HUKOU'] as const;
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.record({ entered: fc.subarray([...scopes]), granted: fc.subarray([...scopes]), back: fc.boolean(), told: fc.boolean() }),
          { minLength: 2, maxLength: 4 },
        ),
        within(20_000, async (plans) => {
          const school = await createSchool(record.pool);
          const scenes = await Promise.all(
            plans.map(async ({ entered, granted, back, told }) => {
              const scene = await stages.checked(await newScene(record, school));
              const { graduate, college, admin, province } = actorsOf(scene);
              for (const section of entered) {
                await fit(scene, section === 'HUKOU' ? admin : graduate, section === 'HUKOU' ? 'ENTER_SECTION' : 'SUBMIT_SECTION', section);
                const { latest } = (await sceneState(scene)).sections[section];
                if (back && section !== 'HUKOU')
                  await run(record, idOf(scene), college, 'DECIDE_REVIEW', returnPayload(latest!.id), { at: scene.now });
                else if (told) await advanceTo(scene, scene.now + 4 * dayMs);
              }
              scene.now = cutoff + 1;
              for (const scope of granted) {
                await fit(scene, admin, 'REQUEST_EXCEPTION', scope);
                expect((await fit(scene, province, 'ANSWER_EXCEPTION', scope)).code).toBe('APPLIED');
              }
              return scene;
            }),
          );
          const expectations = await Promise.all(scenes.map(expected));
          expect(await closeCohort(record, await cohortOf(scenes[0]!), sweptAt, noProgress)).toBe(true);
          for (const [index, scene] of scenes.entries()) {
            const { state, audit } = expectations[index]!;
            const overdue = sectionKinds.some((kind) => findInReview(state.sections[kind])?.overdueTold);
            expect(await sceneState(scene)).toEqual({ ...state, overdue });
            expect((await auditOf(record, idOf(scene))).map(({ action, fields }) => [action, fields]).slice(-audit.length)).toEqual(audit);
          }
        }),
      ),
      { numRuns: 12 },
    );
  }, 60_000);

  it('R55 wakes the lifecycles whose stage has changed, and lets the others sleep', async () => {
    const school = await createSchool(record.pool);
    const [open, quiet] = [await stages.inReview(await newScene(record, school)), await stages.confirmed(await newScene(record, school))];
    await closeCohort(record, await cohortOf(open), sweptAt, noProgress);
    expect([await outboxOf(open), await outboxOf(quiet)]).toEqual([1, 0]);
    expect((await auditOf(record, idOf(open))).at(-1)).toMatchObject({
      action: 'SECTION_LAPSED',
      actor: 'system:cutoff',
      actorRole: 'SYSTEM',
      rulePack: 'national-1',
    });
  });

  it('R55 run again, and from two workers at once, it changes nothing more', async () => {
    const school = await createSchool(record.pool);
    const scenes = [];
    for (let index = 0; index < 6; index += 1) scenes.push(await stages.inReview(await newScene(record, school)));
    const cohort = await cohortOf(scenes[0]!);
    const sweep = { schoolId: school.schoolId, cohort: 2027, cutoffAt: cutoff, at: sweptAt, rulePack: 'national-1', limit: 2 };
    const swept = await Promise.all([1, 2, 3].map(() => inTransaction(record.pool, (connection) => sweepCutoff(connection, sweep))));
    expect(swept.reduce((sum, { lapsed }) => sum + lapsed, 0)).toBeLessThanOrEqual(6);
    await Promise.all([closeCohort(record, cohort, sweptAt, noProgress), closeCohort(record, cohort, sweptAt, noProgress)]);
    for (const scene of scenes) {
      expect((await auditOf(record, idOf(scene))).filter(({ action }) => action === 'CUTOFF_RECORDED')).toHaveLength(1);
      expect((await toldAbout(record, idOf(scene))).filter((line) => line === 'GRADUATE cutoff.reached')).toHaveLength(1);
    }
    const before = await snapshotOf(record, idOf(scenes[0]!));
    expect(await closeCohort(record, cohort, sweptAt, noProgress)).toBe(true);
    expect(await snapshotOf(record, idOf(scenes[0]!))).toEqual(before);
  });
});

describe('X13 commands received before the cutoff', () => {
  const decide = async (scene: Scene, at: number) =>
    store(
      record,
      idOf(scene),
      actorsOf(scene).school,
      'DECIDE_REVIEW',
      fittingPayload(await sceneState(scene), 'DECIDE_REVIEW', null, scene.now),
      { at },
    );

  async function atSchoolDesk(): Promise<Scene> {
    const scene = await stages.inReview(await newScene(record, await createSchool(record.pool)));
    await fit(scene, actorsOf(scene).college, 'DECIDE_REVIEW');
    return scene;
  }

  it('X13 R55 come first: the sweep waits for the one that is not applied yet, and closes its graduate afterwards', async () => {
    const scene = await atSchoolDesk();
    const commandId = await decide(scene, cutoff - 1);
    expect(await closeCohort(record, await cohortOf(scene), sweptAt, noProgress)).toBe(false);
    expect((await sceneState(scene)).sections.DESTINATION.latest?.status).toBe('SCHOOL_REVIEW');

    expect((await applyCommand(record, commandId)).outcome).toBe('APPLIED');
    expect(await closeCohort(record, await cohortOf(scene), sweptAt, noProgress)).toBe(true);
    expect(await sceneState(scene)).toMatchObject({
      cutoffRecorded: true,
      sections: { DESTINATION: { current: { status: 'APPROVED' }, latest: null } },
    });
    expect(await isCohortOpen(record.pool, scene.school.schoolId, 2027)).toBe(false);
  });

  it.each([
    [-1, 'APPLIED'],
    [0, 'AFTER_CUTOFF'],
    [1, 'AFTER_CUTOFF'],
  ])('X13 R55 received at %d ms from the cutoff: %s, before the sweep', async (aside, outcome) => {
    const scene = await atSchoolDesk();
    expect((await applyCommand(record, await decide(scene, cutoff + aside))).outcome).toBe(outcome);
  });

  it('X13 R55 one received at the cutoff does not hold the sweep, and is refused', async () => {
    const scene = await atSchoolDesk();
    const commandId = await decide(scene, cutoff);
    expect(await closeCohort(record, await cohortOf(scene), sweptAt, noProgress)).toBe(true);
    expect((await applyCommand(record, commandId)).outcome).not.toBe('APPLIED');
    expect((await sceneState(scene)).sections.DESTINATION.latest?.status).toBe('LAPSED');
  });
});
