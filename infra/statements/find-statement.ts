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
import { findAuditPosition } from './audit-position.ts';
import type { NumberSeals } from '../record/number-seals.ts';

export interface StatementSource {
  readonly pool: Queryable;
  readonly seals: NumberSeals;
  readonly offlineSigning: KeySet;
  readonly settings: StatementSettings;
}

export interface FoundStatement { readonly graduateId: string; readonly content: StatementContent }

interface NumberRow { graduateId: string; kind: StatementKind; status: string; numberSealed: string; shownSealed: string; deadline: number; issuedAt: number; list: number; index: number }

const numberQueries: Record<NumberKind, string> = {
  VERIFICATION: 'SELECT "graduateId", "kind", "status", "numberSealed", "shownSealed", "deadline", "issuedAt", "statusList" AS "list", "statusIndex" AS "index" FROM "verification_grant" WHERE "id" = $1',
  TRANSFER: 'SELECT "graduateId", "kind", "status", "numberSealed", "shownSealed", "deadline", "issuedAt", "statusList" AS "list", "statusIndex" AS "index" FROM "transfer_number" WHERE "id" = $1',
};

/** What is printed for a reference. Throws RefusalError NOT_FOUND, or GRANT_NOT_LIVE for a number that no longer verifies. */
export function findStatement(source: StatementSource, reference: StatementReference): Promise<FoundStatement> {
  const rendering = reference.rendering ?? 'zh';
  return reference.type === 'NUMBER' ? findNumbered(source, reference.numberKind, reference.id, rendering) : composePreview(source, reference.kind, reference.graduateId, rendering);
}

async function findNumbered({ pool, seals, offlineSigning, settings }: StatementSource, numberKind: NumberKind, id: string, rendering: StatementRendering): Promise<FoundStatement> {
  const { rows: [row] } = await pool.query<NumberRow>(numberQueries[numberKind], [id]);
  if (!row) throw new RefusalError('NOT_FOUND');
  if (row.status !== 'ACTIVE' || (await readClock(pool)) >= row.deadline) throw new RefusalError('GRANT_NOT_LIVE', { clause: 'R50' });
  const { kind, deadline, issuedAt, graduateId, list, index } = row;
  const checked = checkNumber(seals.open(numberKind, id, row.numberSealed));
  if (!checked.ok) throw new Error('a stored number does not check');
  const shown = seals.openShown(id, row.shownSealed);
  const payload = issuePayload(offlineSigning, { kind, numberKind, issuedAt, endsAt: deadline, list, index, ...payloadFieldsOf(kind, shown) });
  const number = {
    canonical: checked.canonical, grouped: groupNumber(checked.canonical), validUntil: formatDeadline(deadline),
    // X23: in the fragment, which no server and no log ever sees.
    qrContent: `${verificationAddress(settings.publicUrl, kind)}#${payload}`,
  };
  const auditPosition = await findAuditPosition(pool, { numberKind, kind, graduateId, issuedAt });
  return { graduateId, content: composeStatement({ kind, numberKind, shown, number, issuedAt, auditPosition, rendering }, settings) };
}

async function composePreview({ pool, settings }: StatementSource, kind: StatementKind, graduateId: string, rendering: StatementRendering): Promise<FoundStatement> {
  const loaded = await findGraduate(pool, graduateId);
  if (!loaded) throw new RefusalError('NOT_FOUND');
  const subject = { kind, numberKind: 'VERIFICATION', shown: shownRecordOf(loaded.state), number: null, issuedAt: await readClock(pool), auditPosition: null, rendering } as const;
  return { graduateId, content: composeStatement(subject, settings) };
}
