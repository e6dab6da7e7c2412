import { transferServiceEnd } from '../calendar/service-ends.ts';
import { findDestination } from '../codes/destinations.ts';
import type { CommandPayload } from '../commands/command.ts';
import { accept, type Decider, type GuardContext, type Refusal } from '../decision/decision.ts';
import type { GraduateState } from '../graduate/graduate-state.ts';
import type { StatementKind } from '../grants/grant.ts';
import { findLiveTransferNumber } from './transfer-number.ts';

/** May the school issue a transfer number of this kind? (R37, R38, R42, X3, X6, X16) */
export function refuseTransferNumber(state: GraduateState, kind: StatementKind, { now, pack }: GuardContext): Refusal | undefined {
  if (state.ended) return { code: 'LIFECYCLE_ENDED', clause: 'X20' };
  if (now >= transferServiceEnd(state.basic.graduatedAt)) return { code: 'SERVICE_ENDED', clause: 'R42' };
  const destination = state.sections.DESTINATION.current;
  if (!destination) return { code: 'DESTINATION_NOT_APPROVED', clause: pack.transferNumberNeeds.clause };
  if (pack.transferNumberNeeds.value === 'SETTLED' && !findDestination(String(destination.content.code))?.settled) {
    return { code: 'DESTINATION_NOT_SETTLED', clause: pack.transferNumberNeeds.clause };
  }
  if (kind === 'DOSSIER' && !state.basic.dossierInSchool) return { code: 'DOSSIER_NOT_IN_SCHOOL', clause: 'X16' };
  if (kind === 'HUKOU' && !state.basic.hukouInSchool) return { code: 'HUKOU_NOT_IN_SCHOOL', clause: 'R12' };
  return findLiveTransferNumber(state.transferNumbers, kind, now) ? { code: 'TRANSFER_NUMBER_CURRENT', clause: 'R38' } : undefined;
}

export const decideTransferNumber: Decider<CommandPayload<'ISSUE_TRANSFER_NUMBER'>> = (state, { kind }, context) => {
  const refusal = refuseTransferNumber(state, kind, context);
  if (refusal) return { accepted: false, refusal };
  const transferNumber = { id: context.newId(), kind, status: 'ACTIVE' as const, deadline: transferServiceEnd(state.basic.graduatedAt) };
  return accept({ type: 'TRANSFER_NUMBER_ISSUED', transferNumber, number: context.newNumber('TRANSFER') });
};
