import { formatDeadline } from '../calendar/shanghai.ts';
import type { GuardContext } from '../decision/decision.ts';
import type { DueReminder } from '../decision/events.ts';
import type { GraduateState } from '../graduate/graduate-state.ts';
import type { StaffReminderStep } from '../lifecycle/decide-reminder.ts';
import { submissionsEnd } from '../registration/guards.ts';
import { sectionKinds, sectionStatus, type SectionKind } from '../registration/section.ts';
import type { Reminder } from './reminder.ts';

/** What the reader of the daily mail needs to know about each step (R54). */
export function remindersOf(due: readonly DueReminder[], state: GraduateState, context: GuardContext): Reminder[] {
  return due.map(({ step, key }): Reminder => {
    switch (step) {
      case 'NOT_CHECKED':
      case 'NOT_CONFIRMED':
        return { step };
      case 'NOT_REGISTERED':
        return { step, sections: sectionsWith(state, ['EMPTY', 'WITHDRAWN']) };
      case 'RETURNED_NOT_RESUBMITTED':
        return { step, sections: sectionsWith(state, ['RETURNED']) };
      case 'GRANT_ENDS': {
        const grant = state.grants.find(({ id }) => key.endsWith(id));
        return { step, kind: grant?.kind ?? 'DOSSIER', endsAt: formatDeadline(grant?.deadline ?? context.windows.cutoffAt) };
      }
      case 'WINDOW_ENDS':
        return { step, endsAt: formatDeadline(submissionsEnd(context)) };
    }
  });
}

/** What staff remind of (X31), with what the reader needs to know. */
export function staffRemindersOf(steps: readonly StaffReminderStep[], state: GraduateState): Reminder[] {
  return steps.map((step): Reminder => {
    switch (step) {
      case 'NOT_REGISTERED':
        return { step, sections: sectionsWith(state, ['EMPTY', 'WITHDRAWN']) };
      case 'RETURNED_NOT_RESUBMITTED':
        return { step, sections: sectionsWith(state, ['RETURNED']) };
      default:
        return { step };
    }
  });
}

function sectionsWith(state: GraduateState, statuses: readonly string[]): SectionKind[] {
  const open = { DESTINATION: true, DOSSIER: state.basic.dossierInSchool, HUKOU: state.basic.hukouInSchool };
  const found = sectionKinds.filter((kind) => open[kind] && statuses.includes(sectionStatus(state.sections[kind])));
  return found.length === 0 ? ['DESTINATION'] : found;
}
