import type { CookieOptions } from 'express';
import type { Config } from '../../infra/config/config.ts';
import type { Cookie } from '../http/answer.ts';

type Environment = Pick<Config, 'environment'>;

const isSecure = ({ environment }: Environment): boolean => environment === 'production';

/** `__Host-` binds the cookie to this host and to https; development has no https. */
export const sessionCookieName = (config: Environment): string => (isSecure(config) ? '__Host-quxiang' : 'quxiang');
export const flowCookieName = (config: Environment): string => `${sessionCookieName(config)}-sign-in`;

/** HttpOnly and SameSite=Lax: the provider's redirect back must bring them, a foreign form must not. */
export const cookieOptions = (config: Environment): CookieOptions => ({
  httpOnly: true,
  sameSite: 'lax',
  secure: isSecure(config),
  path: '/',
});

/** Lives as long as the browser; how long the session lives is the record's matter. */
export const sessionCookie = (config: Environment, token: string | null): Cookie => ({
  name: sessionCookieName(config),
  value: token,
  options: cookieOptions(config),
});
