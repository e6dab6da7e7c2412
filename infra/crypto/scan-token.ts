import { createHmac, timingSafeEqual, type KeyObject } from 'node:crypto';
import type { StatementKind } from '../../domain/grants/grant.ts';
import type { NumberKind } from '../../domain/numbers/formats.ts';
import { currentKey, type KeySet } from './keyring.ts';

/** What the QR code says (X23): which number, in which entry, until when. No name and no number. */
export interface ScanClaims {
  readonly numberId: string;
  readonly numberKind: NumberKind;
  readonly kind: StatementKind;
  /** First millisecond at which the token no longer serves; kept with a precision of one second, rounded up. */
  readonly expiresAtMs: number;
}

/** INVALID tells nothing about why. */
export type ScanReading =
  | { readonly outcome: 'VALID' | 'EXPIRED'; readonly claims: ScanClaims }
  | { readonly outcome: 'INVALID' };

const version = 1;
const bodyBytes = 21;
const macBytes = 16;
const uuidPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const mac = (key: KeyObject, body: Uint8Array): Buffer =>
  createHmac('sha256', key).update('scan-token\0').update(body).digest().subarray(0, macBytes);

const encode = ({ numberId, numberKind, kind, expiresAtMs }: ScanClaims): Buffer => {
  if (!uuidPattern.test(numberId)) throw new TypeError('a scan token needs the id of a number');
  const body = Buffer.alloc(bodyBytes);
  body.writeUInt8((version << 4) | (numberKind === 'TRANSFER' ? 2 : 0) | (kind === 'HUKOU' ? 1 : 0), 0);
  body.write(numberId.replaceAll('-', ''), 1, 'hex');
  body.writeUInt32BE(Math.ceil(expiresAtMs / 1000), 17);
  return body;
};

const decode = (body: Buffer): ScanClaims => {
  const hex = body.toString('hex', 1, 17);
  const flags = body.readUInt8(0);
  return {
    numberId: hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'),
    numberKind: (flags & 2) === 0 ? 'VERIFICATION' : 'TRANSFER',
    kind: (flags & 1) === 0 ? 'DOSSIER' : 'HUKOU',
    expiresAtMs: body.readUInt32BE(17) * 1000,
  };
};

/** A signed token of 50 characters for the fragment of the verification address (X23). */
export const issueScanToken = (set: KeySet, claims: ScanClaims): string => {
  const body = encode(claims);
  return Buffer.concat([body, mac(currentKey(set), body)]).toString('base64url');
};

/** Reads a token at an instant; only a token signed by one of the keys has claims. */
export const readScanToken = (set: KeySet, token: string, nowMs: number): ScanReading => {
  const bytes = Buffer.from(token, 'base64url');
  if (bytes.length !== bodyBytes + macBytes || bytes.toString('base64url') !== token) return { outcome: 'INVALID' };
  const body = bytes.subarray(0, bodyBytes);
  const given = bytes.subarray(bodyBytes);
  const signed = [...set.keys.values()].some((key) => timingSafeEqual(mac(key, body), given));
  if (!signed || body.readUInt8(0) >> 2 !== version << 2) return { outcome: 'INVALID' };
  const claims = decode(body);
  return { outcome: nowMs < claims.expiresAtMs ? 'VALID' : 'EXPIRED', claims };
};
