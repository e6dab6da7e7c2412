import { lifecycleEnd } from '../calendar/service-ends.ts';
import { endOfDayShanghai } from '../calendar/shanghai.ts';
import type { CommandPayload } from '../commands/command.ts';
import { accept, refuse, type Decider, type GuardContext, type Refusal } from '../decision/decision.ts';
import type { GraduateState } from '../graduate/graduate-state.ts';
import { isClosed, type ExceptionScope } from './exceptions.ts';

/** May the school ask for an exception now? (X7) */
export function refuseExceptionRequest(state: GraduateState, scope: ExceptionScope, context: GuardContext): Refusal | undefined {
  if (isOver(state, context)) return { code: 'LIFECYCLE_ENDED', clause: 'X20' };
  if (context.now < context.windows.cutoffAt) return { code: 'EXCEPTION_NOT_NEEDED', clause: 'X7' };
  const asked = state.exceptions.some((exception) => exception.scope === scope && exception.status === 'REQUESTED');
  return asked || !isClosed(state, scope, context) ? { code: 'EXCEPTION_ALREADY_OPEN', clause: 'X7' } : undefined;
}

/** X7: after the cutoff a school asks, with its reason. */
export const decideExceptionRequest: Decider<CommandPayload<'REQUEST_EXCEPTION'>> = (state, { scope, reason }, context) => {
  const refusal = refuseExceptionRequest(state, scope, context);
  return refusal ? { accepted: false, refusal } : accept({ type: 'EXCEPTION_REQUESTED', exceptionId: context.newId(), scope, reason });
};

/** May the province answer a request about this scope now? */
export function refuseExceptionAnswer(state: GraduateState, scope: ExceptionScope, context: GuardContext): Refusal | undefined {
  if (isOver(state, context)) return { code: 'LIFECYCLE_ENDED', clause: 'X20' };
  const asked = state.exceptions.some((exception) => exception.scope === scope && exception.status === 'REQUESTED');
  return asked ? undefined : { code: 'EXCEPTION_NOT_OPEN', clause: 'X7' };
}

/** X7: the province grants it until the end of a day, or refuses with words. */
export const decideExceptionAnswer: Decider<CommandPayload<'ANSWER_EXCEPTION'>> = (state, payload, context) => {
  const { now } = context;
  const exception = state.exceptions.find(({ id }) => id === payload.exceptionId);
  if (isOver(state, context)) return refuse('LIFECYCLE_ENDED', { clause: 'X20' });
  if (exception?.status !== 'REQUESTED') return refuse('EXCEPTION_NOT_OPEN', { clause: 'X7' });
  const { id: exceptionId, scope } = exception;
  if (!payload.granted)
    return accept({ type: 'EXCEPTION_ANSWERED', exceptionId, scope, status: 'REFUSED', until: null, answer: payload.answer });
  const until = endOfDayShanghai(payload.endDate);
  if (until <= now) return refuse('END_DATE_PAST', { clause: 'X7', fields: ['endDate'] });
  if (until > lifecycleEnd(state.basic.graduatedAt)) return refuse('END_DATE_BEYOND_SERVICE', { clause: 'X20', fields: ['endDate'] });
  return accept({ type: 'EXCEPTION_ANSWERED', exceptionId, scope, status: 'GRANTED', until, answer: null });
};

/** Nothing can be granted until an end that has passed, booked or not. */
const isOver = ({ ended, basic }: GraduateState, { now }: GuardContext): boolean => ended || now >= lifecycleEnd(basic.graduatedAt);
