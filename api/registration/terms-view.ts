import { z } from 'zod';
import { ExceptionScope, ExceptionStatus } from '../../domain/registration/exceptions.ts';
import { findOpening } from '../../domain/registration/openings.ts';
import { SectionKind, sectionKinds } from '../../domain/registration/section.ts';
import type { DetailedStanding, Standing } from '../graduate/read-graduate.ts';
import { deadlineOf, Moment } from '../http/moments.ts';

/** A section that the school has opened beside the windows (X7). */
export const OpeningView = z.object({ id: z.uuid(), section: SectionKind, until: Moment, reason: z.string().meta({ description: 'Of the school, for the graduate to read' }) }).meta({ id: 'Opening' });

/** Those in force now. */
export const openingViews = ({ state, guard: { now }, details }: DetailedStanding): z.infer<typeof OpeningView>[] =>
  sectionKinds.flatMap((kind) => {
    const opening = findOpening(state, kind, now);
    return opening ? [{ id: opening.id, section: kind, until: deadlineOf(opening.until), reason: details.openings.find(({ id }) => id === opening.id)?.reason ?? '' }] : [];
  });

/** A request for a change after the cutoff, with the province's answer (X7). */
export const ExceptionView = z.object({ id: z.uuid(), scope: ExceptionScope, status: ExceptionStatus, until: Moment.nullable() }).meta({ id: 'ExceptionOfGraduate' });

export const exceptionViews = ({ state }: Standing): z.infer<typeof ExceptionView>[] =>
  state.exceptions.map(({ id, scope, status, until }) => ({ id, scope, status, until: until === null ? null : deadlineOf(until) }));
