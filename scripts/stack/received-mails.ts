import { z } from 'zod';

const Address = z.object({ address: z.string(), name: z.string().optional() });

/** A mail as the local mail server shows it. */
export const ReceivedMail = z.object({
  id: z.string(),
  subject: z.string(),
  from: z.array(Address),
  to: z.array(Address),
  text: z.string().optional(),
  html: z.union([z.string(), z.literal(false)]).optional(),
  headers: z.record(z.string(), z.unknown()),
});
export type ReceivedMail = z.infer<typeof ReceivedMail>;

/** All mails the local mail server has received, oldest first, or those to one address. */
export async function listReceivedMails(webUrl: string, to?: string): Promise<ReceivedMail[]> {
  const response = await fetch(`${webUrl}/api/email?sort=asc`, { signal: AbortSignal.timeout(10_000) });
  if (!response.ok) throw new Error(`The mail server answered ${response.status}`);
  const mails = z.array(ReceivedMail).parse(await response.json());
  return to === undefined ? mails : mails.filter((mail) => mail.to.some(({ address }) => address === to));
}

/** Empties the local mail server. */
export async function deleteReceivedMails(webUrl: string): Promise<void> {
  await fetch(`${webUrl}/api/email/all`, { method: 'DELETE', signal: AbortSignal.timeout(10_000) });
}
