import { personNameKey } from '../../domain/text/person-name.ts';
import { transferServiceEnd, verificationServiceEnd } from '../../domain/calendar/service-ends.ts';
import type { StatementKind } from '../../domain/grants/grant.ts';
import type { NumberKind } from '../../domain/numbers/formats.ts';
import type { NumberCheck } from '../../domain/numbers/read-number.ts';
import { printedBasics, printedDestination, printedDossier, printedHukou } from '../../domain/statements/printed-sections.ts';
import type { ShownRecord } from '../../domain/statements/shown-record.ts';
import { refuseVerification, type Verification } from '../../domain/verification/verification.ts';
import type { KeySet } from '../crypto/keyring.ts';
import type { Pool } from '../database/pool.ts';
import { readPayload } from '../offline/scan-payload.ts';
import type { NumberSeals } from '../record/number-seals.ts';
import { createDecoy, type Decoy } from './decoy.ts';
import { createNumberFinder, findNumberByPlace, type FindNumber, type FoundNumber, type NumberRow } from './find-number.ts';
import { createLookupRecorder, type RecordLookup } from './record-lookup.ts';

export interface VerificationDesk {
  readonly pool: Pool;
  readonly seals: NumberSeals;
  readonly offlineSigning: KeySet;
  readonly find: Record<NumberKind, FindNumber>;
  readonly record: RecordLookup;
  readonly decoy: Decoy;
}

/** Who asks, in which entry, at what instant of the record's clock (milliseconds), and from where if a proxy says so. */
export interface Asked {
  readonly entry: StatementKind;
  readonly now: number;
  readonly place: string | null;
}

export type WellFormedNumber = Extract<NumberCheck, { ok: true }>;

export function openVerificationDesk({
  pool,
  seals,
  offlineSigning,
  newId,
}: Pick<VerificationDesk, 'pool' | 'seals' | 'offlineSigning'> & { readonly newId: () => string }): VerificationDesk {
  return {
    pool,
    seals,
    offlineSigning,
    find: createNumberFinder(pool),
    record: createLookupRecorder({ pool, newId }),
    decoy: createDecoy(seals),
  };
}

/**
 * Way 1 (R49): name and number, in the entry of the number's kind (R51). An unknown number, one of the other entry and a wrong
 * name take the same steps: one row read, one seal opened, two names compared.
 */
export async function verifyByNumber(
  desk: VerificationDesk,
  { entry, now, place }: Asked,
  name: string,
  { kind, canonical }: WellFormedNumber,
): Promise<Verification> {
  const found = await desk.find[kind](desk.seals.indexesOf(canonical));
  const shown = openFound(desk, found);
  const isNamed = personNameKey(shown.basic.name) === personNameKey(name);
  if (!found?.isExact || !isNamed || found.row.kind !== entry) return { outcome: 'NOT_FOUND' };
  return conclude(desk, kind, found.row, shown, 'NUMBER', now, place);
}

/** A row that only stands in may be damaged: that is not the asker's matter. */
function openFound({ seals, decoy }: VerificationDesk, found: FoundNumber | undefined): ShownRecord {
  if (!found) return decoy();
  try {
    return seals.openShown(found.row.id, found.row.shownSealed);
  } catch (error) {
    if (found.isExact) throw error;
    return decoy();
  }
}

/** Way 2 (R49, X23): the signed payload of the QR code stands for the name. It names one number, and must have been printed for it. */
export async function verifyByToken(desk: VerificationDesk, { entry, now, place }: Asked, token: string): Promise<Verification> {
  const payload = readPayload(desk.offlineSigning, token);
  if (!payload || payload.kind !== entry) return { outcome: 'NOT_FOUND' };
  const { numberKind } = payload;
  const row = await findNumberByPlace(desk.pool, numberKind, payload);
  if (!row || row.kind !== entry || row.deadline !== payload.endsAt) return { outcome: 'NOT_FOUND' };
  return conclude(desk, numberKind, row, desk.seals.openShown(row.id, row.shownSealed), 'SCAN', now, place);
}

async function conclude(
  { record }: VerificationDesk,
  numberKind: NumberKind,
  row: NumberRow,
  shown: ShownRecord,
  way: 'NUMBER' | 'SCAN',
  now: number,
  place: string | null,
): Promise<Verification> {
  const { graduatedAt, name } = shown.basic;
  const serviceEnd = numberKind === 'VERIFICATION' ? verificationServiceEnd(graduatedAt) : transferServiceEnd(graduatedAt);
  const refusal = refuseVerification({ numberKind, status: row.status, deadline: row.deadline, serviceEnd }, now);
  if (refusal) return { outcome: refusal, name, at: now };
  const { kind, issuedAt, deadline } = row;
  const changedSince = await record({ numberKind, row, name, way, now, place });
  return {
    outcome: 'VALID',
    name,
    at: now,
    record: {
      kind,
      numberKind,
      issuedAt,
      deadline,
      changedSince,
      basics: printedBasics(shown),
      destination: printedDestination(shown.destination),
      transfer: kind === 'DOSSIER' ? printedDossier(shown.dossier) : printedHukou(shown.hukou),
    },
  };
}
