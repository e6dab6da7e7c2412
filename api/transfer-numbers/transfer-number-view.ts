import { z } from 'zod';
import { can } from '../../domain/access/rights.ts';
import type { Role } from '../../domain/access/role.ts';
import { StatementKind } from '../../domain/grants/grant.ts';
import { TransferNumberStatus } from '../../domain/transfer-numbers/transfer-number.ts';
import type { NumberSeals } from '../../infra/record/number-seals.ts';
import type { TransferNumberDetail } from '../graduate/graduate-details.ts';
import type { DetailedStanding } from '../graduate/read-graduate.ts';
import { deadlineOf, InstantText, instantText, Moment } from '../http/moments.ts';

/** A 转递编号: its value for college and school only, while it is live (R36, section 14). */
export const TransferNumberView = z
  .object({
    id: z.uuid(),
    kind: StatementKind,
    status: TransferNumberStatus,
    transferNumber: z.string().nullable(),
    issuedAt: InstantText,
    validUntil: Moment,
  })
  .meta({ id: 'TransferNumber' });

/** Whether it is live is a matter of the clock, not of the stored status (R42). */
export function transferStatusAt(
  { status, deadline }: Pick<TransferNumberDetail, 'status' | 'deadline'>,
  now: number,
): TransferNumberStatus {
  return status === 'ACTIVE' && now >= deadline ? 'ENDED' : status;
}

export function transferNumberViews(
  seals: NumberSeals,
  { details, guard: { now } }: DetailedStanding,
  role: Role,
): z.infer<typeof TransferNumberView>[] {
  const mayRead = can(role, { resource: 'transferNumber', action: 'read' }) !== undefined;
  return details.transferNumbers.map((number) => {
    const { id, kind, deadline, issuedAt, numberSealed } = number;
    const status = transferStatusAt(number, now);
    return {
      id,
      kind,
      status,
      issuedAt: instantText(issuedAt),
      validUntil: deadlineOf(deadline),
      transferNumber: mayRead && status === 'ACTIVE' ? seals.open('TRANSFER', id, numberSealed) : null,
    };
  });
}
