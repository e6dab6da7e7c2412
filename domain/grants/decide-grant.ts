import { endOfDayShanghai, startOfDayShanghai, shanghaiDate } from '../calendar/shanghai.ts';
import { verificationServiceEnd } from '../calendar/service-ends.ts';
import type { CommandPayload } from '../commands/command.ts';
import { accept, refuse, type Decider, type GuardContext, type Refusal } from '../decision/decision.ts';
import type { RegistrationEvent } from '../decision/events.ts';
import type { GraduateState } from '../graduate/graduate-state.ts';
import { findLiveGrant, liveStatus, type StatementKind } from './grant.ts';

const minuteMs = 60_000;

/** May the graduate grant this kind now, identity proofing aside? (R11, R12, R13, R33, X1, X16) */
export function refuseGrant(state: GraduateState, kind: StatementKind, { now, pack }: GuardContext): Refusal | undefined {
  if (state.ended) return { code: 'LIFECYCLE_ENDED', clause: 'X20' };
  if (now >= verificationServiceEnd(state.basic.graduatedAt)) return { code: 'SERVICE_ENDED', clause: 'R33' };
  if (kind === 'HUKOU' && !state.basic.hukouInSchool) return { code: 'HUKOU_NOT_IN_SCHOOL', clause: 'R12' };
  if (kind === 'DOSSIER' && !state.basic.dossierInSchool) return { code: 'DOSSIER_NOT_IN_SCHOOL', clause: 'X16' };
  if (state.confirmation.status !== 'CONFIRMED') return { code: 'NOT_CONFIRMED', clause: 'R11' };
  if (pack.grantNeedsSection.value && !state.sections[kind].current)
    return { code: 'SECTION_NOT_REGISTERED', clause: pack.grantNeedsSection.clause };
  return findLiveGrant(state.grants, kind, now) ? { code: 'GRANT_ALREADY_LIVE', clause: 'R28' } : undefined;
}

/** R26: proofed in person not longer ago than the pack allows (X15). */
export function refuseUnproofed(proofedAt: number | null, { now, pack }: GuardContext): Refusal | undefined {
  const { value, clause } = pack.proofingFreshMinutes;
  const fresh = proofedAt !== null && now - proofedAt <= value * minuteMs;
  return fresh ? undefined : { code: 'PROOFING_REQUIRED', clause };
}

/** R25–R29, R33, X25: until the end of the chosen day in Shanghai, never beyond the service. */
export const decideGrant: Decider<CommandPayload<'ISSUE_GRANT'>> = (state, { kind, endDate }, context) => {
  const refusal = refuseGrant(state, kind, context) ?? refuseUnproofed(context.proofedAt, context);
  if (refusal) return { accepted: false, refusal };
  if (startOfDayShanghai(endDate) < startOfDayShanghai(shanghaiDate(context.now)))
    return refuse('END_DATE_PAST', { clause: 'R27', fields: ['endDate'] });
  const deadline = endOfDayShanghai(endDate);
  if (deadline > verificationServiceEnd(state.basic.graduatedAt))
    return refuse('END_DATE_BEYOND_SERVICE', { clause: 'R33', fields: ['endDate'] });
  const grant = { id: context.newId(), kind, status: 'ACTIVE' as const, deadline, issuedAt: context.now };
  return accept(...overdueEndings(state, kind, context.now), { type: 'GRANT_ISSUED', grant, number: context.newNumber('VERIFICATION') });
};

/** R31: 关闭. */
export const decideClosing: Decider<CommandPayload<'CLOSE_GRANT'>> = (state, { grantId }, { now }) => {
  const grant = state.grants.find(({ id }) => id === grantId);
  if (!grant || liveStatus(grant, now) !== 'ACTIVE') return refuse('GRANT_NOT_LIVE', { clause: 'R31' });
  return accept({ type: 'GRANT_ENDED', grantId, kind: grant.kind, status: 'CLOSED' });
};

/** A grant that is over but not yet booked so (timers only keep the books) is booked before its successor. */
function overdueEndings(state: GraduateState, kind: StatementKind, now: number): RegistrationEvent[] {
  return state.grants
    .filter((grant) => grant.kind === kind && grant.status === 'ACTIVE' && now >= grant.deadline)
    .map((grant) => ({ type: 'GRANT_ENDED', grantId: grant.id, kind, status: 'EXPIRED' }));
}
