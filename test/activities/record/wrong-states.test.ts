import { decide } from '../../../domain/decision/decide.ts';
import { CommandType } from '../../../domain/commands/command.ts';
import type { ErrorCode } from '../../../domain/errors/error-code.ts';
import { emptySchoolCalendar, windowsOf } from '../../../domain/calendar/windows.ts';
import { nationalDefault } from '../../../domain/rule-packs/national-default.ts';
import { fittingPayload } from '../../support/domain/fitting-payloads.ts';
import { createSchool } from '../../support/record/graduates.ts';
import { actorOfCommand, fit, newScene, sceneState, stages, type Scene, type StageName } from '../../support/record/stages.ts';
import { snapshotOf } from '../../support/record/snapshot.ts';
import { openTestRecord, type TestRecord } from '../../support/record/test-record.ts';

const begun: readonly StageName[] = ['inReview', 'registered', 'disputed', 'confirmed', 'granted', 'departed', 'afterCutoff', 'asked'];
const gate: Refusals = { BASIC_INFORMATION_NOT_CHECKED: ['fresh'], BASIC_INFORMATION_DISPUTED: ['ticketed'] };
const late: readonly StageName[] = ['afterCutoff', 'asked'];
const closed: Refusals = { AFTER_CUTOFF: late, LIFECYCLE_ENDED: ['ended'] };

type Refusals = Readonly<Partial<Record<ErrorCode, readonly StageName[]>>>;

const early: readonly StageName[] = [
  'fresh',
  'ticketed',
  'checked',
  'opened',
  'inReview',
  'registered',
  'disputed',
  'confirmed',
  'granted',
  'departed',
];

/** Where each command is refused, and why. In all other places it is applied (idempotency.test.ts). */
const refusals: Readonly<Record<CommandType, Refusals>> = {
  CHECK_BASIC_INFORMATION: {
    BASIC_INFORMATION_DISPUTED: ['ticketed'],
    BASIC_INFORMATION_ALREADY_CHECKED: ['checked', 'opened', ...begun],
    LIFECYCLE_ENDED: ['ended'],
  },
  DISPUTE_BASIC_INFORMATION: {
    BASIC_INFORMATION_DISPUTED: ['ticketed'],
    BASIC_INFORMATION_ALREADY_CHECKED: ['checked', 'opened', ...begun],
    LIFECYCLE_ENDED: ['ended'],
  },
  REQUEST_ORIGIN_CORRECTION: closed,
  ANSWER_TICKET: { TICKET_NOT_OPEN: ['fresh', 'checked', 'opened', ...begun], LIFECYCLE_ENDED: ['ended'] },
  CORRECT_BASIC_INFORMATION: closed,
  SUBMIT_SECTION: { ...gate, ALREADY_IN_REVIEW: ['inReview'], AFTER_DEPARTURE: ['departed'], ...closed },
  REQUEST_VOID: {
    ...gate,
    NOTHING_TO_VOID: ['checked', 'opened'],
    ALREADY_IN_REVIEW: ['inReview'],
    AFTER_DEPARTURE: ['departed'],
    ...closed,
  },
  WITHDRAW_SUBMISSION: { NOTHING_TO_WITHDRAW: ['fresh', 'ticketed', 'checked', 'opened', ...begun.slice(1), 'ended'] },
  DECIDE_REVIEW: { SUBMISSION_CHANGED: ['fresh', 'ticketed', 'checked', 'opened', ...begun.slice(1), 'ended'] },
  CONFIRM: {
    ...gate,
    NOTHING_REPORTED: ['checked', 'opened', 'inReview'],
    ALREADY_CONFIRMED: ['confirmed', 'granted', 'departed'],
    DISPUTE_OPEN: ['disputed'],
    LIFECYCLE_ENDED: ['ended'],
  },
  DISPUTE: {
    ...gate,
    NOTHING_REPORTED: ['checked', 'opened', 'inReview'],
    ALREADY_CONFIRMED: ['confirmed', 'granted', 'departed'],
    DISPUTE_OPEN: ['disputed'],
    ...closed,
  },
  RETRACT_DISPUTE: {
    NO_DISPUTE: ['fresh', 'ticketed', 'checked', 'opened', 'inReview', 'registered', 'confirmed', 'granted', 'departed', ...late],
    LIFECYCLE_ENDED: ['ended'],
  },
  ISSUE_GRANT: {
    NOT_CONFIRMED: ['fresh', 'ticketed', 'checked', 'opened', 'inReview', 'registered', 'disputed', ...late],
    GRANT_ALREADY_LIVE: ['granted'],
    LIFECYCLE_ENDED: ['ended'],
  },
  CLOSE_GRANT: {
    GRANT_NOT_LIVE: [
      'fresh',
      'ticketed',
      'checked',
      'opened',
      'inReview',
      'registered',
      'disputed',
      'confirmed',
      'departed',
      ...late,
      'ended',
    ],
  },
  ISSUE_TRANSFER_NUMBER: {
    DESTINATION_NOT_APPROVED: ['fresh', 'ticketed', 'checked', 'opened', 'inReview'],
    TRANSFER_NUMBER_CURRENT: ['granted'],
    LIFECYCLE_ENDED: ['ended'],
  },
  ENTER_SECTION: { ALREADY_IN_REVIEW: ['inReview'], ...closed },
  ENTER_VOID: { NOTHING_TO_VOID: ['fresh', 'ticketed', 'checked', 'opened'], ALREADY_IN_REVIEW: ['inReview'], ...closed },
  REQUEST_OPENING: {
    ...gate,
    OPENING_NOT_NEEDED: ['checked', 'opened', 'inReview', 'registered', 'disputed', 'confirmed', 'granted'],
    ...closed,
  },
  OPEN_SECTION: { OPENING_ALREADY_LIVE: ['opened'], ...closed },
  CLOSE_OPENING: { OPENING_NOT_LIVE: ['fresh', 'ticketed', 'checked', ...begun, 'ended'] },
  REQUEST_EXCEPTION: { EXCEPTION_NOT_NEEDED: early, EXCEPTION_ALREADY_OPEN: ['asked'], LIFECYCLE_ENDED: ['ended'] },
  ANSWER_EXCEPTION: { EXCEPTION_NOT_OPEN: [...early, 'afterCutoff'], LIFECYCLE_ENDED: ['ended'] },
  REMIND: { NOTHING_TO_REMIND: ['ticketed', 'inReview', 'disputed', 'granted'], LIFECYCLE_ENDED: ['ended'] },
  REMOVE_GRADUATE: { LIFECYCLE_ENDED: ['ended'] },
};

let record: TestRecord;
const scenes = {} as Record<StageName, Scene>;

beforeAll(async () => {
  record = await openTestRecord();
  const school = await createSchool(record.pool);
  for (const [name, build] of Object.entries(stages)) scenes[name as StageName] = await build(await newScene(record, school));
});
afterAll(() => record.close());

describe('a command in a wrong state', () => {
  it.each(CommandType.options)('R14 %s is refused in each wrong state, and changes no row', async (type) => {
    for (const [code, names] of Object.entries(refusals[type])) {
      for (const name of names) {
        const scene = scenes[name];
        const before = await snapshotOf(record, scene.graduate.graduateId);
        const outcome = await fit(scene, actorOfCommand(scene, type), type);
        expect([name, outcome.code, outcome.refusal?.code]).toEqual([name, code, code]);
        expect(outcome).toMatchObject({ version: (before.graduate[0] as { version: number }).version });
        expect(outcome.ids).toBeUndefined();
        expect(await snapshotOf(record, scene.graduate.graduateId)).toEqual(before);
      }
    }
  });

  it.each(CommandType.options)('R14 %s is named for every state in which it is refused', async (type) => {
    const named = Object.values(refusals[type]).flat();
    for (const [name, scene] of Object.entries(scenes)) {
      const state = await sceneState(scene);
      const context = {
        now: scene.now,
        pack: nationalDefault,
        windows: windowsOf(nationalDefault, emptySchoolCalendar, state.cohort),
        actor: actorOfCommand(scene, type),
        proofedAt: scene.now,
        newId: record.newId,
        newNumber: () => 'number',
      };
      const decision = decide(state, { type, payload: fittingPayload(state, type, null, scene.now) }, context);
      expect([name, decision.accepted]).toEqual([name, !named.includes(name as StageName)]);
    }
  });
});
