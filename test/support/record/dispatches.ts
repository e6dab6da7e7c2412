import { defaultChecklist } from '../../../domain/dispatch/checklist.ts';
import { moveDispatch } from '../../../infra/dispatch/move-dispatch.ts';
import { prepareDispatch } from '../../../infra/dispatch/prepare-dispatch.ts';
import type { TestRecord } from './test-record.ts';

export const dispatchOffice = { handler: '样例老师', phone: '010-12345678', address: '示例路2号', postcode: '100083' };

const actorOf = (record: TestRecord) => ({ id: record.newId(), role: 'SCHOOL_ADMIN' });

/** Makes the file of a graduate with a live transfer number ready; returns the dispatch. */
export const preparedDispatch = (record: TestRecord, graduateId: string) =>
  prepareDispatch(record, { graduateId, office: dispatchOffice, volumes: 2, checklist: defaultChecklist, actor: actorOf(record) });

/** The same, and it has left. */
export async function sentDispatch(record: TestRecord, graduateId: string): Promise<string> {
  const { id } = await preparedDispatch(record, graduateId);
  await moveDispatch(record, id, { to: 'SENT', actor: actorOf(record), details: { carrier: 'EMS', trackingNumber: 'EX123456789CN' } });
  return id;
}
