import type { Request } from 'express';
import { entitlementsOf, type Entitlement } from '../../domain/access/jurisdiction.ts';
import type { Right } from '../../domain/access/rights.ts';
import { RefusalError } from '../../domain/errors/refusal-error.ts';
import { findSession, type Session } from '../../infra/identity/sessions.ts';
import { sessionCookieName } from '../access/session-cookie.ts';
import type { ApiDependencies } from '../dependencies.ts';
import { cookieOf } from './exchange.ts';

export interface Admission {
  readonly session: Session;
  readonly entitlements: readonly Entitlement[];
  readonly receivedAt: number;
}

/** Lets somebody in who is signed in, has the right somewhere and is ready: the notice accepted, the password their own, the second factor enrolled. Throws RefusalError. */
export async function admit(
  { pool, config }: ApiDependencies,
  request: Request,
  right: Right,
  { beforeReady, receivedAt }: { beforeReady: boolean; receivedAt: number },
): Promise<Admission> {
  const token = cookieOf(request, sessionCookieName(config));
  const session = token === undefined ? undefined : await findSession(pool, token);
  if (!session) throw new RefusalError('NOT_SIGNED_IN');
  // The database's clock, counted back to when the request was whole: a queue for a connection costs nobody their rights (X13).
  const receivedAtRecord = Math.floor(session.now - (performance.now() - receivedAt));
  const entitlements = entitlementsOf(session.holdings, right);
  if (entitlements.length === 0) throw new RefusalError('FORBIDDEN');
  if (!beforeReady) requireReady(session, config);
  return { session, entitlements, receivedAt: receivedAtRecord };
}

function requireReady({ kind, consented, hasSecondFactor, mustChangePassword }: Session, { staff }: ApiDependencies['config']): void {
  if (kind === 'GRADUATE' && !consented) throw new RefusalError('CONSENT_REQUIRED', { clause: 'F7' });
  if (mustChangePassword) throw new RefusalError('PASSWORD_CHANGE_REQUIRED');
  if (kind === 'STAFF' && !hasSecondFactor && staff.secondFactor === 'required') throw new RefusalError('SECOND_FACTOR_REQUIRED');
}
