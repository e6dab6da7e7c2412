import { readFile } from 'node:fs/promises';
import { z } from 'zod';

/** A made-up person of the demonstration school. `signIn` says where: at the OpenID provider or on the staff page. */
export const DemonstrationAccount = z.object({
  role: z.string(),
  name: z.string(),
  user: z.string(),
  password: z.string(),
  signIn: z.enum(['provider', 'staff']),
});
export type DemonstrationAccount = z.infer<typeof DemonstrationAccount>;

/** The people the seed has made and written down; none when it has not run. */
export async function readDemonstrationAccounts(path: string): Promise<DemonstrationAccount[]> {
  const text = await readFile(path, 'utf8').catch(() => '[]');
  return z.array(DemonstrationAccount).parse(JSON.parse(text));
}
