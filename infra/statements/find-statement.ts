import { formatDeadline } from '../../domain/calendar/shanghai.ts';
import { RefusalError } from '../../domain/errors/refusal-error.ts';
import type { StatementKind } from '../../domain/grants/grant.ts';
import type { NumberKind } from '../../domain/numbers/formats.ts';
import { checkNumber, groupNumber } from '../../domain/numbers/read-number.ts';
import { composeStatement, verificationAddress, type StatementSettings } from '../../domain/statements/compose-statement.ts';
import type { StatementReference } from '../../domain/statements/messages.ts';
import { payloadFieldsOf } from '../../domain/offline/printed-fields.ts';
import type { StatementRendering } from '../../domain/statements/rendering.ts';
import { shownRecordOf } from '../../domain/statements/shown-record.ts';
import type { StatementContent } from '../../domain/statements/statement-content.ts';
import type { KeySet } from '../crypto/keyring.ts';
import type { Queryable } from '../database/pool.ts';
import { issuePayload } from '../offline/scan-payload.ts';
import { readClock } from '../record/clock.ts';
import { findGraduate } from '../record/load-graduate.ts';
import { auditPositionOf, findAuditPosition, requirePosition } from './audit-position.ts';
import type { NumberSeals } from '../record/number-seals.ts';

export interface StatementSource {
  readonly pool: Queryable;
  readonly seals: NumberSeals;
  readonly offlineSigning: KeySet;
  readonly settings: StatementSettings;
}

export interface FoundStatement {
  readonly graduateId: string;
  readonly content: StatementContent;
}
/** By the ids of their numbers, with the instant of the record's clock; each is put together when it is asked for, and then throws as `findStatement` does. */
export type FoundStatements = ReadonlyMap<string, () => FoundStatement & { readonly now: number }>;

interface NumberRow {
  id: string;
  graduateId: string;
  kind: StatementKind;
  status: string;
  numberSealed: string;
  shownSealed: string;
  deadline: number;
  issuedAt: number;
  list: number;
  index: number;
}

const columns =
  'n."id", n."graduateId", n."kind", n."status", n."numberSealed", n."shownSealed", n."deadline", n."issuedAt", n."statusList" AS "list", n."statusIndex" AS "index"';
const tables: Record<NumberKind, string> = { VERIFICATION: 'verification_grant', TRANSFER: 'transfer_number' };

/** What is printed for a reference. Throws RefusalError NOT_FOUND, or GRANT_NOT_LIVE for a number that no longer verifies. */
export function findStatement(source: StatementSource, reference: StatementReference): Promise<FoundStatement> {
  const rendering = reference.rendering ?? 'zh';
  return reference.type === 'NUMBER'
    ? findNumbered(source, reference.numberKind, reference.id, rendering)
    : composePreview(source, reference.kind, reference.graduateId, rendering);
}

async function findNumbered(
  source: StatementSource,
  numberKind: NumberKind,
  id: string,
  rendering: StatementRendering,
): Promise<FoundStatement> {
  const { pool } = source;
  const {
    rows: [row],
  } = await pool.query<NumberRow>(`SELECT ${columns} FROM "${tables[numberKind]}" n WHERE n."id" = $1`, [id]);
  if (!row) throw new RefusalError('NOT_FOUND');
  requireLive(row, await readClock(pool));
  return composeNumbered(source, { ...row, numberKind, rendering, auditPosition: await findAuditPosition(pool, { ...row, numberKind }) });
}

const findMany = `SELECT app_now() AS "now", (${auditPositionOf('TRANSFER', 'n')}) AS "auditPosition", ${columns} FROM "transfer_number" n WHERE n."id" = ANY ($1::uuid[])`;

/** The statements of many transfer numbers by their ids, in one query. */
export async function findTransferStatements(
  source: StatementSource,
  ids: readonly string[],
  rendering: StatementRendering,
): Promise<FoundStatements> {
  const { rows } = await source.pool.query<NumberRow & { now: number; auditPosition: number | null }>(findMany, [ids]);
  return new Map(
    rows.map(({ now, auditPosition, ...row }) => [
      row.id,
      () => {
        requireLive(row, now);
        return {
          now,
          ...composeNumbered(source, { ...row, numberKind: 'TRANSFER', rendering, auditPosition: requirePosition(auditPosition) }),
        };
      },
    ]),
  );
}

function requireLive({ status, deadline }: NumberRow, now: number): void {
  if (status !== 'ACTIVE' || now >= deadline) throw new RefusalError('GRANT_NOT_LIVE', { clause: 'R50' });
}

interface Numbered extends NumberRow {
  readonly numberKind: NumberKind;
  readonly rendering: StatementRendering;
  readonly auditPosition: number;
}

function composeNumbered({ seals, offlineSigning, settings }: StatementSource, numbered: Numbered): FoundStatement {
  const { id, numberKind, rendering, auditPosition, kind, deadline, issuedAt, graduateId, list, index } = numbered;
  const checked = checkNumber(seals.open(numberKind, id, numbered.numberSealed));
  if (!checked.ok) throw new Error('a stored number does not check');
  const shown = seals.openShown(id, numbered.shownSealed);
  const payload = issuePayload(offlineSigning, {
    kind,
    numberKind,
    issuedAt,
    endsAt: deadline,
    list,
    index,
    ...payloadFieldsOf(kind, shown),
  });
  const number = {
    canonical: checked.canonical,
    grouped: groupNumber(checked.canonical),
    validUntil: formatDeadline(deadline),
    // X23: in the fragment, which no server and no log ever sees.
    qrContent: `${verificationAddress(settings.publicUrl, kind)}#${payload}`,
  };
  return { graduateId, content: composeStatement({ kind, numberKind, shown, number, issuedAt, auditPosition, rendering }, settings) };
}

async function composePreview(
  { pool, settings }: StatementSource,
  kind: StatementKind,
  graduateId: string,
  rendering: StatementRendering,
): Promise<FoundStatement> {
  const loaded = await findGraduate(pool, graduateId);
  if (!loaded) throw new RefusalError('NOT_FOUND');
  const subject = {
    kind,
    numberKind: 'VERIFICATION',
    shown: shownRecordOf(loaded.state),
    number: null,
    issuedAt: await readClock(pool),
    auditPosition: null,
    rendering,
  } as const;
  return { graduateId, content: composeStatement(subject, settings) };
}
