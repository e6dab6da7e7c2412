import { z } from 'zod';
import type { Entitlement } from '../../domain/access/jurisdiction.ts';
import type { OneTimePassword } from '../../infra/identity/one-time-password.ts';
import type { StaffOffice } from '../../infra/identity/school-staff.ts';
import type { Session } from '../../infra/identity/sessions.ts';
import type { ApiDependencies } from '../dependencies.ts';
import { schoolOf } from '../http/jurisdiction.ts';
import { InstantText, instantText } from '../http/moments.ts';

/** What every route about one person of the staff has. */
export const staffRoute = { right: { resource: 'staff', action: 'manage' }, part: 'access' } as const;
export const staffParams = z.strictObject({ accountId: z.uuid() });

/** The office of whoever manages. */
export function officeOf({
  deps,
  session,
  entitlements,
}: {
  deps: ApiDependencies;
  session: Session;
  entitlements: readonly Entitlement[];
}): StaffOffice {
  const { schoolId, role } = schoolOf(entitlements);
  return { ...deps, schoolId, actor: { id: session.accountId, role } };
}

/** A one-time password in an answer: the only place where it is ever shown. */
export const GivenPassword = z
  .object({
    id: z.uuid(),
    signInName: z.string(),
    oneTimePassword: z.string().meta({ description: 'Shown once; must be changed at the first sign-in' }),
    validUntil: InstantText,
  })
  .meta({ id: 'GivenPassword' });

export const givenPassword = (id: string, signInName: string, { password, until }: OneTimePassword): z.infer<typeof GivenPassword> => ({
  id,
  signInName,
  oneTimePassword: password,
  validUntil: instantText(until),
});
