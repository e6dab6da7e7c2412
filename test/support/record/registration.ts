import { collegeActor, graduateActor, run, schoolActor, stateOf, type Actor } from './commands.ts';
import type { GraduateFixture, SchoolFixture } from './graduates.ts';
import type { TestRecord } from './test-record.ts';
import type { SectionKind } from '../../../domain/registration/section.ts';

async function applied(promise: ReturnType<typeof run>): ReturnType<typeof run> {
  const outcome = await promise;
  if (outcome.code !== 'APPLIED') throw new Error(`expected APPLIED, got ${outcome.code} ${outcome.refusal?.fields?.join() ?? ''}`);
  return outcome;
}

export const approve = (record: TestRecord, actor: Actor, graduateId: string, versionId: string | undefined, at: number) =>
  applied(run(record, graduateId, actor, 'DECIDE_REVIEW', { decision: 'APPROVE', versionId }, { at }));

/** Submits a section and takes it through both desks. */
export async function submit(
  record: TestRecord,
  school: SchoolFixture,
  graduate: GraduateFixture,
  section: SectionKind,
  content: unknown,
  evidenceIds: readonly string[],
  at: number,
): Promise<string> {
  const { graduateId } = graduate;
  const basedOn = (await stateOf(record, graduateId)).sections[section].current?.id ?? null;
  const { ids } = await applied(
    run(record, graduateId, graduateActor(graduate), 'SUBMIT_SECTION', { section, content, evidenceIds, basedOn }, { at }),
  );
  await approve(record, collegeActor(school), graduateId, ids?.versionId, at);
  await approve(record, schoolActor(school), graduateId, ids?.versionId, at);
  return ids?.versionId ?? '';
}
