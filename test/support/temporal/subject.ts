import type { LifecycleSubject } from '../../../infra/temporal/lifecycle-start.ts';
import { findLifecycleSubject } from '../../../infra/record/lifecycle-subject.ts';
import type { TestRecord } from '../record/test-record.ts';

export async function subjectOf(record: TestRecord, graduateId: string, at: number): Promise<LifecycleSubject> {
  const subject = await findLifecycleSubject(record.pool, record.rulePacks, graduateId, at);
  if (!subject) throw new Error('no such graduate');
  return subject;
}
