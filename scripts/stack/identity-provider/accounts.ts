import { createHash, timingSafeEqual } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';

const DevelopmentAccount = z.object({
  sub: z.string().min(1),
  password: z.string().min(1),
  name: z.string().min(1),
  idType: z.string().min(1),
  idNumber: z.string().min(1),
  phone: z.string().optional(),
  email: z.string().optional(),
});

/** A made-up person who can sign in to the development provider. */
export type DevelopmentAccount = z.infer<typeof DevelopmentAccount>;

/** The accounts in a file; it is read anew at each question, so that a seed run shows at once. A missing file holds none. */
export async function readAccounts(path: string): Promise<DevelopmentAccount[]> {
  const text = await readFile(path, 'utf8').catch(() => '[]');
  return z.array(DevelopmentAccount).parse(JSON.parse(text));
}

/** The account, if the password is right. */
export async function checkPassword(path: string, sub: string, password: string): Promise<DevelopmentAccount | undefined> {
  const account = (await readAccounts(path)).find((candidate) => candidate.sub === sub);
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return account && timingSafeEqual(digest(account.password), digest(password)) ? account : undefined;
}

/** What the provider says about a person. */
export function claimsOf(account: DevelopmentAccount): { sub: string; [claim: string]: string | undefined } {
  return {
    sub: account.sub,
    name: account.name,
    identity_document_type: account.idType,
    identity_document_number: account.idNumber,
    phone_number: account.phone,
    email: account.email,
  };
}
