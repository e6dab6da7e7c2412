import { personNameKey } from '../../domain/text/person-name.ts';
import { transferServiceEnd, verificationServiceEnd } from '../../domain/calendar/service-ends.ts';
import type { StatementKind } from '../../domain/grants/grant.ts';
import type { NumberKind } from '../../domain/numbers/formats.ts';
import { checkNumber } from '../../domain/numbers/read-number.ts';
import { printedBasics, printedDestination, printedDossier, printedHukou } from '../../domain/statements/printed-sections.ts';
import type { ShownRecord } from '../../domain/statements/shown-record.ts';
import { refuseVerification, type Verification } from '../../domain/verification/verification.ts';
import type { KeySet } from '../crypto/keyring.ts';
import type { Pool } from '../database/pool.ts';
import { readPayload } from '../offline/scan-payload.ts';
import type { NumberSeals } from '../record/number-seals.ts';
import { findNumber, type NumberRow } from './find-number.ts';
import { recordLookup } from './record-lookup.ts';

export interface VerificationDesk {
  readonly pool: Pool;
  readonly seals: NumberSeals;
  readonly offlineSigning: KeySet;
  readonly newId: () => string;
}

/** Way 1 (R49): name and number, in the entry of the number's kind (R51). `now` is the record's clock in milliseconds. */
export async function verifyByNumber(desk: VerificationDesk, entry: StatementKind, name: string, number: string, now: number): Promise<Verification> {
  const checked = checkNumber(number);
  if (!checked.ok) return { outcome: 'NOT_FOUND' };
  const row = await findNumber(desk.pool, { numberKind: checked.kind, indexes: desk.seals.indexesOf(checked.canonical) });
  if (!row || row.kind !== entry) return { outcome: 'NOT_FOUND' };
  const shown = desk.seals.openShown(row.id, row.shownSealed);
  if (personNameKey(shown.basic.name) !== personNameKey(name)) return { outcome: 'NOT_FOUND' };
  return conclude(desk, checked.kind, row, shown, 'NUMBER', now);
}

/** Way 2 (R49, X23): the signed payload of the QR code stands for the name. It names one number, and must have been printed for it. */
export async function verifyByToken(desk: VerificationDesk, entry: StatementKind, token: string, now: number): Promise<Verification> {
  const payload = readPayload(desk.offlineSigning, token);
  if (!payload || payload.kind !== entry) return { outcome: 'NOT_FOUND' };
  const { numberKind, list, index } = payload;
  const row = await findNumber(desk.pool, { numberKind, list, index });
  if (!row || row.kind !== entry || row.deadline !== payload.endsAt) return { outcome: 'NOT_FOUND' };
  return conclude(desk, numberKind, row, desk.seals.openShown(row.id, row.shownSealed), 'SCAN', now);
}

async function conclude(
  desk: VerificationDesk, numberKind: NumberKind, row: NumberRow, shown: ShownRecord, way: 'NUMBER' | 'SCAN', now: number,
): Promise<Verification> {
  const { graduatedAt } = shown.basic;
  const serviceEnd = numberKind === 'VERIFICATION' ? verificationServiceEnd(graduatedAt) : transferServiceEnd(graduatedAt);
  const refusal = refuseVerification({ numberKind, status: row.status, deadline: row.deadline, serviceEnd }, now);
  if (refusal) return { outcome: refusal };
  const { kind, issuedAt, deadline, changedSince } = row;
  await recordLookup(desk, { numberKind, row, name: shown.basic.name, way, now });
  return {
    outcome: 'VALID',
    record: {
      kind, numberKind, issuedAt, deadline, changedSince, basics: printedBasics(shown), destination: printedDestination(shown.destination),
      transfer: kind === 'DOSSIER' ? printedDossier(shown.dossier) : printedHukou(shown.hukou),
    },
  };
}
