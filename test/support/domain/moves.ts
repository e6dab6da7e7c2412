import { evolve } from '../../../domain/decision/evolve.ts';
import type { RegistrationEvent } from '../../../domain/decision/events.ts';
import type { GraduateState } from '../../../domain/graduate/graduate-state.ts';
import { sectionKinds } from '../../../domain/registration/section.ts';

export type Subject = 'submission' | 'confirmation' | 'grant' | 'transferNumber' | 'basicCheck' | 'exception';

/** A change of status, as the guard of the database sees it. */
export interface Move {
  readonly subject: Subject;
  readonly from: string;
  readonly to: string;
}

/** Every change of status that events mean, one event at a time. */
export function movesOf(before: GraduateState, events: readonly RegistrationEvent[], at: number): Move[] {
  let state = before;
  return events.flatMap((event) => {
    const moves = [...statusMoves(state, event)];
    const after = evolve(state, event, at);
    if (after.basicCheck !== state.basicCheck) moves.push({ subject: 'basicCheck', from: state.basicCheck, to: after.basicCheck });
    state = after;
    return moves;
  });
}

function statusMoves(state: GraduateState, event: RegistrationEvent): Move[] {
  const submission = (versionId: string | null, to: string): Move[] => {
    const version = sectionKinds
      .flatMap((kind) => [state.sections[kind].current, state.sections[kind].latest])
      .find((found) => found?.id === versionId);
    return version ? [{ subject: 'submission', from: version.status, to }] : [];
  };
  switch (event.type) {
    case 'SECTION_FORWARDED':
      return submission(event.versionId, 'SCHOOL_REVIEW');
    case 'SECTION_RETURNED':
      return submission(event.versionId, 'RETURNED');
    case 'SECTION_WITHDRAWN':
      return submission(event.versionId, 'WITHDRAWN');
    case 'SECTION_LAPSED':
      return submission(event.versionId, 'LAPSED');
    case 'SECTION_APPROVED':
      return [...submission(event.versionId, 'APPROVED'), ...submission(event.supersedes, 'SUPERSEDED')];
    case 'SECTION_VOIDED':
      return [...submission(event.versionId, 'VOIDED'), ...submission(event.voids, 'VOIDED')];
    case 'CONFIRMATION_CHANGED':
      return [{ subject: 'confirmation', from: state.confirmation.status, to: event.to }];
    case 'GRANT_ENDED':
      return [{ subject: 'grant', from: state.grants.find(({ id }) => id === event.grantId)?.status ?? 'NONE', to: event.status }];
    case 'EXCEPTION_ANSWERED':
      return [
        { subject: 'exception', from: state.exceptions.find(({ id }) => id === event.exceptionId)?.status ?? 'NONE', to: event.status },
      ];
    case 'TRANSFER_NUMBER_ENDED':
      return [
        {
          subject: 'transferNumber',
          from: state.transferNumbers.find(({ id }) => id === event.transferNumberId)?.status ?? 'NONE',
          to: event.status,
        },
      ];
    default:
      return [];
  }
}
