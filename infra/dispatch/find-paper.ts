import type { IdentityDocumentType } from '../../domain/codes/identity-document-type.ts';
import { identityDocumentTypes } from '../../domain/codes/identity-document-types.ts';
import { shanghaiDate } from '../../domain/calendar/shanghai.ts';
import type { DispatchPaperInput } from '../../domain/dispatch/messages.ts';
import type { PaperContent, PaperSubject, SlipDetails } from '../../domain/dispatch/paper-content.ts';
import { RefusalError } from '../../domain/errors/refusal-error.ts';
import { checkNumber, groupNumber } from '../../domain/numbers/read-number.ts';
import { knownRegionName } from '../../domain/regions/id-regions.ts';
import type { FieldCipher } from '../crypto/field-cipher.ts';
import type { KeySet } from '../crypto/keyring.ts';
import type { Queryable } from '../database/pool.ts';
import { identityNumberContext } from '../identity/identity-index.ts';
import type { NumberSeals } from '../record/number-seals.ts';
import { findDispatch, type DispatchRow } from './dispatch-store.ts';
import { issueReceiptToken } from './receipt-token.ts';

export interface PaperSource {
  readonly pool: Queryable;
  readonly cipher: FieldCipher;
  readonly seals: NumberSeals;
  readonly offlineSigning: KeySet;
  readonly settings: { readonly publicUrl: string; readonly specimen: boolean };
}

/** What is printed. Throws RefusalError NOT_FOUND, DISPATCH_ELSEWHERE without papers, TRANSFER_NUMBER_MISSING for a slip whose number died (X30). */
export async function findPaper(
  source: PaperSource,
  { dispatchId, paper }: DispatchPaperInput,
): Promise<{ readonly graduateId: string; readonly content: PaperContent }> {
  const found = await findDispatch(source.pool, dispatchId);
  if (!found) throw new RefusalError('NOT_FOUND');
  const { year, serial, target, office, schoolName, name, volumes, sentAt, status } = found;
  if (year === null || serial === null || target === null || office === null || status === 'CANCELLED')
    throw new RefusalError('DISPATCH_ELSEWHERE', { clause: 'R64' });
  const subject: PaperSubject = {
    year,
    serial,
    target,
    office,
    schoolName,
    name,
    volumes,
    sentOn: sentAt === null ? null : shanghaiDate(sentAt),
    specimen: source.settings.specimen,
  };
  return {
    graduateId: found.graduateId,
    content: paper === 'slip' ? { ...subject, paper, ...(await slipDetails(source, found)) } : { ...subject, paper },
  };
}

interface SlipRow {
  idType: IdentityDocumentType;
  idNumberSealed: string;
  originRegion: string;
  phone: string | null;
  numberSealed: string;
}

const findSlip = `SELECT g."idType", g."idNumberSealed", g."originRegion", g."phone", n."numberSealed"
  FROM "graduate" g JOIN "transfer_number" n ON n."graduateId" = g."id" WHERE g."id" = $1 AND n."id" = $2`;

async function slipDetails(
  { pool, cipher, seals, offlineSigning, settings }: PaperSource,
  { id, graduateId, transferNumberId, numberLive, checklist }: DispatchRow,
): Promise<SlipDetails> {
  if (!numberLive || transferNumberId === null) throw new RefusalError('TRANSFER_NUMBER_MISSING', { clause: 'X30' });
  const {
    rows: [row],
  } = await pool.query<SlipRow>(findSlip, [graduateId, transferNumberId]);
  const checked = row && checkNumber(seals.open('TRANSFER', transferNumberId, row.numberSealed));
  if (!row || !checked?.ok) throw new Error('a stored number does not check');
  return {
    documentName: row.idType === 'RESIDENT_ID' ? '身份证号' : identityDocumentTypes.name(row.idType, 'zh'),
    idNumber: cipher.open(row.idNumberSealed, identityNumberContext(graduateId)),
    transferNumber: groupNumber(checked.canonical),
    originRegion: knownRegionName(row.originRegion) ?? row.originRegion,
    phone: row.phone ?? '—',
    checklist,
    qrContent: `${settings.publicUrl}/receipt#${issueReceiptToken(offlineSigning, id)}`,
  };
}
