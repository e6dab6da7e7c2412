import { advance } from '../../../activities/record/advance.ts';
import type { CommandType } from '../../../domain/commands/command.ts';
import type { SectionKind } from '../../../domain/registration/section.ts';
import { fittingPayload } from '../domain/fitting-payloads.ts';
import { dayMs, july, june, october, transferEnd } from '../domain/instants.ts';
import { adminActor, collegeActor, graduateActor, provinceActor, run, schoolActor, stateOf, type Actor } from './commands.ts';
import { evidenceOf } from './evidence.ts';
import { createGraduate, type GraduateFixture, type SchoolFixture } from './graduates.ts';
import type { TestRecord } from './test-record.ts';

/** One graduate of a record, at an instant. */
export interface Scene {
  readonly record: TestRecord;
  readonly school: SchoolFixture;
  readonly graduate: GraduateFixture;
  now: number;
}

/** A fresh graduate with photographs for a request about the place of origin. */
export async function newScene(
  record: TestRecord,
  school: SchoolFixture,
  overrides: Readonly<Record<string, unknown>> = {},
  now = june,
): Promise<Scene> {
  const graduate = await createGraduate(record.pool, record, school, { createdAt: new Date(now - dayMs), ...overrides });
  await evidenceOf(record, graduate, 'ORIGIN');
  return { record, school, graduate, now };
}

export const sceneState = ({ record, graduate }: Scene) => stateOf(record, graduate.graduateId);

export const actorsOf = ({ graduate, school }: Scene) => ({
  graduate: graduateActor(graduate),
  college: collegeActor(school),
  school: schoolActor(school),
  admin: adminActor(school),
  province: provinceActor,
});

const officeCommands: readonly CommandType[] = [
  'ANSWER_TICKET',
  'CORRECT_BASIC_INFORMATION',
  'ISSUE_TRANSFER_NUMBER',
  'ENTER_SECTION',
  'ENTER_VOID',
  'OPEN_SECTION',
  'CLOSE_OPENING',
  'REQUEST_EXCEPTION',
  'REMIND',
  'REMOVE_GRADUATE',
];

/** Who gives a command of this type. */
export function actorOfCommand(scene: Scene, type: CommandType): Actor {
  const { graduate, college, admin, province } = actorsOf(scene);
  if (type === 'DECIDE_REVIEW') return college;
  if (type === 'ANSWER_EXCEPTION') return province;
  return officeCommands.includes(type) ? admin : graduate;
}

/** Sends a command with a payload that has nothing wrong in it; returns the outcome. */
export async function fit(scene: Scene, actor: Actor, type: CommandType, target: string | null = null) {
  const payload = fittingPayload(await sceneState(scene), type, target, scene.now);
  return run(scene.record, scene.graduate.graduateId, actor, type, payload, { at: scene.now, proofedAt: scene.now });
}

async function applied(scene: Scene, actor: Actor, type: CommandType, target?: string): Promise<void> {
  const { code } = await fit(scene, actor, type, target);
  if (code !== 'APPLIED') throw new Error(`${type} ${target ?? ''}: ${code}`);
}

export async function check(scene: Scene): Promise<Scene> {
  await applied(scene, actorsOf(scene).graduate, 'CHECK_BASIC_INFORMATION');
  return scene;
}

/** Submits the next content of a section and takes it through both desks. */
export async function registerSection(scene: Scene, section: SectionKind): Promise<Scene> {
  const { graduate, college, school } = actorsOf(scene);
  await applied(scene, graduate, 'SUBMIT_SECTION', section);
  await applied(scene, college, 'DECIDE_REVIEW');
  await applied(scene, school, 'DECIDE_REVIEW');
  return scene;
}

export async function advanceTo(scene: Scene, now: number): Promise<Scene> {
  scene.now = now;
  await advance(scene.record, scene.graduate.graduateId, now);
  return scene;
}

export type StageName =
  | 'fresh'
  | 'ticketed'
  | 'checked'
  | 'opened'
  | 'inReview'
  | 'registered'
  | 'disputed'
  | 'confirmed'
  | 'granted'
  | 'departed'
  | 'afterCutoff'
  | 'asked'
  | 'ended';

/** The places where a graduate may stand, each built with real commands. */
export const stages: Readonly<Record<StageName, (scene: Scene) => Promise<Scene>>> = {
  fresh: async (scene) => scene,
  ticketed: async (scene) => {
    await applied(scene, actorsOf(scene).graduate, 'DISPUTE_BASIC_INFORMATION');
    return scene;
  },
  checked: check,
  opened: async (scene) => {
    await applied(await check(scene), actorsOf(scene).admin, 'OPEN_SECTION');
    return scene;
  },
  inReview: async (scene) => {
    await check(scene);
    await applied(scene, actorsOf(scene).graduate, 'SUBMIT_SECTION', 'DESTINATION');
    return scene;
  },
  registered: async (scene) => registerSection(await check(scene), 'DESTINATION'),
  disputed: async (scene) => {
    await applied(await stages.registered(scene), actorsOf(scene).graduate, 'DISPUTE');
    return scene;
  },
  confirmed: async (scene) => {
    await applied(await stages.registered(scene), actorsOf(scene).graduate, 'CONFIRM');
    return scene;
  },
  granted: async (scene) => {
    await applied(await stages.confirmed(scene), actorsOf(scene).graduate, 'ISSUE_GRANT', 'DOSSIER');
    await applied(scene, actorsOf(scene).admin, 'ISSUE_TRANSFER_NUMBER', 'DOSSIER');
    return scene;
  },
  departed: async (scene) => advanceTo(await stages.confirmed(scene), july),
  afterCutoff: async (scene) => {
    await applied(await stages.registered(scene), actorsOf(scene).graduate, 'SUBMIT_SECTION', 'DOSSIER');
    return advanceTo(scene, october);
  },
  asked: async (scene) => {
    await applied(await advanceTo(await stages.registered(scene), october), actorsOf(scene).admin, 'REQUEST_EXCEPTION');
    return scene;
  },
  ended: async (scene) => advanceTo(await stages.granted(scene), transferEnd + dayMs),
};
