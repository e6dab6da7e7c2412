import type { LifecycleStanding } from '../../domain/lifecycle/messages.ts';
import type { Stage } from '../../domain/lifecycle/stage.ts';

const waiting: Record<Stage, string> = {
  CHECKING: 'the graduate to check the basic information, or the school to answer the ticket (R6)',
  REGISTERING: 'the graduate to submit a destination (R14)',
  IN_REVIEW: 'a desk to review the destination (R14)',
  RETURNED: 'the graduate to resubmit the destination (R14)',
  CONFIRMING: 'the graduate to confirm the registration (R21)',
  DISPUTED: 'the school to correct the record, or the graduate to retract the dispute (R21)',
  CONFIRMED: 'nobody: confirmed; grants, changes and deadlines may follow (R26)',
  ENDED: 'nothing: the service has ended (X20)',
};

const nextSteps: Readonly<Record<string, string>> = {
  GRANT_ENDED: 'a grant expires (R29)',
  TRANSFER_NUMBER_ENDED: 'the service of a transfer number ends (R42)',
  REVIEW_OVERDUE: 'a review becomes overdue (R14)',
  REMINDED: 'a reminder is sent (R54)',
  CUTOFF_RECORDED: 'the national cutoff is recorded (R55)',
  SERVICE_ENDED: 'the service ends (R33, R42)',
};

/** One paragraph for an operator: whom the graduate waits for, and what the clock does next and when. */
export function describeWaiting({ stage, overdue, nextDeadline, nextStep }: LifecycleStanding): string {
  const who = waiting[stage as Stage] ?? stage;
  const next =
    nextDeadline === null
      ? 'Nothing is scheduled.'
      : `Next: ${nextSteps[nextStep ?? ''] ?? nextStep} at ${new Date(nextDeadline).toISOString()}.`;
  return `Waits for ${who}.${overdue ? ' A review is OVERDUE.' : ''} ${next}`;
}
