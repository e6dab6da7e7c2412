import sharp from 'sharp';
import { issueReceiptToken } from '../../../infra/dispatch/receipt-token.ts';
import { dispatchOffice as office } from '../../support/record/dispatches.ts';
import type { TestApplication } from './application.ts';
import { Client, type Reply } from './client.ts';
import { schoolWithPeople, type SchoolWithPeople } from './people.ts';
import { numbered } from './stages.ts';

/** A school with one graduate whose file can go out. */
export interface Ready extends SchoolWithPeople {
  readonly id: string;
}

export async function readyToDispatch(app: TestApplication): Promise<Ready> {
  const people = await schoolWithPeople(app);
  await numbered(app, people);
  return { ...people, id: people.graduate.graduateId };
}

export const prepare = async ({ clients, id }: Ready): Promise<string> =>
  (await clients.schoolAdmin.post('/api/dispatches', { office, items: [{ graduateId: id }] })).body.items[0].dispatchId;

export const send = (client: Client, dispatchId: string) =>
  client.post(`/api/dispatches/${dispatchId}/sending`, { carrier: 'EMS', trackingNumber: 'ex 123456789 cn' });

export const tokenOf = (app: TestApplication, dispatchId: string) => issueReceiptToken(app.deps.offlineSigning, dispatchId);

export const photograph = () =>
  sharp({ create: { width: 40, height: 30, channels: 3, background: '#888' } })
    .jpeg()
    .toBuffer();

/** What the receiver's phone sends, without an account. */
export async function reportReceipt(
  { url }: TestApplication,
  fields: Readonly<Record<string, string>>,
  bytes: Uint8Array,
  mediaType = 'image/jpeg',
): Promise<Reply> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  form.set('file', new Blob([Buffer.from(bytes)], { type: mediaType }), 'photo');
  return new Client(url).send('POST', '/api/dispatch-receipts', form);
}

/** Role and action of each audit row about a graduate's file. */
export async function dispatchAuditOf({ record }: TestApplication, graduateId: string): Promise<string[]> {
  const { rows } = await record.pool.query<{ line: string }>(
    `SELECT "actorRole" || ' ' || "action" AS "line" FROM "audit_event" WHERE "graduateId" = $1 AND "action" LIKE 'DISPATCH%' ORDER BY "seq"`,
    [graduateId],
  );
  return rows.map(({ line }) => line);
}
