import { Secret, TOTP } from 'otpauth';
import type { FieldCipher } from '../crypto/field-cipher.ts';

const issuer = 'quxiang';
const periodSeconds = 30;
/** One step on either side, for clocks that differ. */
const stepsAside = 1;

/** The place a sealed secret is bound to. */
export const secondFactorContext = (accountId: string): string => `account.totp:${accountId}`;
const totpOf = (secret: Secret, label: string): TOTP =>
  new TOTP({ issuer, label, secret, algorithm: 'SHA1', digits: 6, period: periodSeconds });

/** A new secret for an authenticator application: sealed for the account's row, and as the address its QR code holds. */
export function newSecondFactor(cipher: FieldCipher, accountId: string, signInName: string): { sealed: string; uri: string } {
  const secret = new Secret({ size: 20 });
  return { sealed: cipher.seal(secret.base32, secondFactorContext(accountId)), uri: totpOf(secret, signInName).toString() };
}

/** The time step a code belongs to, so that it can be used once; undefined for a wrong code. `nowMs` is real time. */
export function findCodeStep(cipher: FieldCipher, accountId: string, sealed: string, code: string, nowMs: number): number | undefined {
  if (!/^\d{6}$/.test(code)) return undefined;
  const totp = totpOf(Secret.fromBase32(cipher.open(sealed, secondFactorContext(accountId))), '');
  const delta = totp.validate({ token: code, timestamp: nowMs, window: stepsAside });
  return delta === null ? undefined : Math.floor(nowMs / 1000 / periodSeconds) + delta;
}
