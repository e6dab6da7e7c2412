import type { Request } from 'express';
import type { Config } from '../../infra/config/config.ts';
import type { FieldCipher } from '../../infra/crypto/field-cipher.ts';
import { SignInFlow } from '../../infra/identity/open-id.ts';
import type { Cookie } from '../http/answer.ts';
import { cookieOf } from '../http/exchange.ts';
import { cookieOptions, flowCookieName } from './session-cookie.ts';

const context = 'sign-in-flow';
const lifeMs = 10 * 60_000;

interface Jar {
  readonly config: Pick<Config, 'environment'>;
  readonly cookieCipher: FieldCipher;
}

/** Keeps the state of a sign-in in the browser that began it, sealed; nowhere else would bind it to that browser. */
export function flowCookie({ config, cookieCipher }: Jar, flow: SignInFlow | null): Cookie {
  const value = flow && cookieCipher.seal(JSON.stringify(flow), context);
  return { name: flowCookieName(config), value, options: { ...cookieOptions(config), ...(value !== null && { maxAge: lifeMs }) } };
}

/** The sign-in that this browser has begun; undefined when there is none, when it is too old, or when it was made up. */
export function readFlow({ config, cookieCipher }: Jar, request: Request): SignInFlow | undefined {
  const sealed = cookieOf(request, flowCookieName(config));
  if (sealed === undefined) return undefined;
  try {
    const flow = SignInFlow.parse(JSON.parse(cookieCipher.open(sealed, context)));
    return Date.now() - flow.startedAt < lifeMs ? flow : undefined;
  } catch {
    return undefined;
  }
}
