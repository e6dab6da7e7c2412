import { z } from 'zod';

/** Where the components of this test run are. */
export const StackAddresses = z.object({
  /** Folder of this run, gone afterwards: for keys, files, logs. */
  directory: z.string(),
  postgres: z.object({ host: z.string(), port: z.number(), adminUrl: z.string(), url: z.string(), templateDatabase: z.string() }),
  temporal: z.object({ address: z.string(), uiUrl: z.string(), namespace: z.string() }),
  mail: z.object({ smtpUrl: z.string(), webUrl: z.string() }),
  identity: z.object({
    issuer: z.string(),
    clientId: z.string(),
    clientSecret: z.string(),
    proofingAcr: z.string(),
    /** JSON list of the people who can sign in; tests may write it. */
    accountsFile: z.string(),
  }),
  keysFile: z.string(),
});
export type StackAddresses = z.infer<typeof StackAddresses>;

/** The variable through which the set-up hands the addresses to the test files. */
export const addressesVariable = 'QUXIANG_TEST_STACK';

/** The addresses of this run's components. Throws in a tier that starts none. */
export function stackAddresses(): StackAddresses {
  const text = process.env[addressesVariable];
  if (text === undefined) throw new Error('This tier starts no components: see onTheStack in jest.config.js');
  return StackAddresses.parse(JSON.parse(text));
}
