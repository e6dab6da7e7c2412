import { z } from 'zod';
import { ExceptionScope, ExceptionStatus } from '../../domain/registration/exceptions.ts';
import { findOpening } from '../../domain/registration/openings.ts';
import { SectionKind, sectionKinds } from '../../domain/registration/section.ts';
import type { DetailedStanding } from '../graduate/read-graduate.ts';
import { deadlineOf, Moment, momentOf } from '../http/moments.ts';

/** A section that the school has opened beside the windows (X7). */
export const OpeningView = z
  .object({
    id: z.uuid(),
    section: SectionKind,
    until: Moment,
    reason: z.string().meta({ description: 'Of the school, for the graduate to read' }),
  })
  .meta({ id: 'Opening' });

/** Those in force now. */
export const openingViews = ({ state, guard: { now }, details }: DetailedStanding): z.infer<typeof OpeningView>[] =>
  sectionKinds.flatMap((kind) => {
    const opening = findOpening(state, kind, now);
    return opening
      ? [
          {
            id: opening.id,
            section: kind,
            until: deadlineOf(opening.until),
            reason: details.openings.find(({ id }) => id === opening.id)?.reason ?? '',
          },
        ]
      : [];
  });

const ExceptionAnswer = z.object({
  at: Moment,
  text: z.string().nullable().meta({ description: 'Why it is refused; null when it is granted' }),
});

/** A request for a change after the cutoff, with the province's answer (X7). */
export const ExceptionView = z
  .object({
    id: z.uuid(),
    scope: ExceptionScope,
    status: ExceptionStatus,
    until: Moment.nullable(),
    answer: ExceptionAnswer.nullable().meta({ description: 'Of the province; null while it has not answered' }),
  })
  .meta({ id: 'ExceptionOfGraduate' });

export const exceptionViews = ({ state, details: { answeredExceptions } }: DetailedStanding): z.infer<typeof ExceptionView>[] =>
  state.exceptions.map(({ id, scope, status, until }) => {
    const answered = answeredExceptions.find((exception) => exception.id === id);
    return {
      id,
      scope,
      status,
      until: until === null ? null : deadlineOf(until),
      answer: answered ? { at: momentOf(answered.answeredAt), text: answered.answer } : null,
    };
  });
