import { shanghaiDate } from '../../domain/calendar/shanghai.ts';
import { IdentityDocumentType } from '../../domain/codes/identity-document-type.ts';
import type { CommandPayload } from '../../domain/commands/command.ts';
import type { BasicInformation } from '../../domain/graduate/basic-information.ts';
import { checkIdentityNumber } from '../../domain/identity-documents/check-identity-number.ts';
import { idRegionStatus } from '../../domain/regions/id-regions.ts';
import { identityIndex, identityNumberContext } from '../../infra/identity/identity-index.ts';
import type { ApiDependencies } from '../dependencies.ts';
import { invalidRequest } from '../http/refusals.ts';
import type { CorrectionBody } from './correction-body.ts';
import type { EarlierCorrection } from './earlier-correction.ts';

type Payload = CommandPayload<'CORRECT_BASIC_INFORMATION'>;

interface Occasion {
  readonly graduateId: string;
  readonly now: number;
  readonly earlier: EarlierCorrection | undefined;
}

/** A correction as it may be stored: the document number only as index and seal. Throws INVALID_REQUEST field by field. */
export function sealCorrection(
  { cipher, index }: Pick<ApiDependencies, 'cipher' | 'index'>,
  basic: BasicInformation,
  body: CorrectionBody,
  { graduateId, now, earlier }: Occasion,
): Payload {
  const { idNumber, ...changes } = body.changes;
  if (Object.keys(body.changes).length === 0) throw invalidRequest({ field: 'changes', code: 'REQUIRED' });
  refuseDisorder({ ...basic, ...withoutUndefined(changes) });
  if (idNumber === undefined) {
    // The index is over type and number: one cannot change without the other.
    if (changes.idType !== undefined && changes.idType !== basic.idType)
      throw invalidRequest({ field: 'changes.idNumber', code: 'REQUIRED' });
    return { changes: withoutUndefined(changes), reason: body.reason };
  }
  const type = IdentityDocumentType.parse(changes.idType ?? basic.idType);
  const checked = checkIdentityNumber(type, idNumber, { regionStatus: idRegionStatus, today: shanghaiDate(now) });
  if (!checked.ok) throw invalidRequest({ field: 'changes.idNumber', code: checked.problem });
  const idNumberIndex = identityIndex(index, type, checked.value);
  const sealedBefore = earlier?.idNumberIndex === idNumberIndex ? earlier.sealedIdNumber : null;
  const sealedIdNumber = sealedBefore ?? cipher.seal(checked.value, identityNumberContext(graduateId));
  return { changes: { ...withoutUndefined(changes), idNumberIndex, sealedIdNumber }, reason: body.reason };
}

function refuseDisorder({ enrolledAt, graduatedAt }: { enrolledAt: string; graduatedAt: string }): void {
  if (enrolledAt >= graduatedAt)
    throw invalidRequest(
      { field: 'changes.enrolledAt', code: 'DATES_OUT_OF_ORDER' },
      { field: 'changes.graduatedAt', code: 'DATES_OUT_OF_ORDER' },
    );
}

const withoutUndefined = <T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(value).filter(([, property]) => property !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
