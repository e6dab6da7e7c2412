import { z } from 'zod';
import { cohortSteps } from '../../domain/calendar/cohort-steps.ts';
import { disorderedDates, SchoolDates } from '../../domain/calendar/school-dates.ts';
import { windowsOf, type SchoolCalendar } from '../../domain/calendar/windows.ts';
import { RefusalError } from '../../domain/errors/refusal-error.ts';
import { setCalendar } from '../../infra/calendar/set-calendar.ts';
import { readCohort } from '../../infra/calendar/cohort-store.ts';
import { readClock } from '../../infra/record/clock.ts';
import { json } from '../http/answer.ts';
import { invalidRequest } from '../http/refusals.ts';
import { route } from '../http/route.ts';
import { schoolOf } from '../http/jurisdiction.ts';
import { CalendarView, calendarView } from './calendar-view.ts';

const params = z.strictObject({
  cohort: z
    .string()
    .regex(/^2\d{3}$/, { error: 'VALUE_WRONG' })
    .transform(Number),
});

/** What the school's year holds: its dates, what has happened, what comes next and for how many (R55–R57). */
export const readCalendar = route({
  method: 'get',
  path: '/api/calendars/:cohort',
  right: { resource: 'calendar', action: 'read' },
  part: 'calendar',
  summary: 'Calendar of the school for a cohort',
  params,
  reply: CalendarView,
  handle: async ({ deps, params: { cohort }, entitlements }) => {
    const { schoolId } = schoolOf(entitlements);
    return json(await calendarView(deps, await readCohort(deps, schoolId, cohort, await readClock(deps.pool))));
  },
});

/** R56: windows are per school and year. What has happened stays; a departure that is moved is frozen once more when it comes. */
export const setSchoolCalendar = route({
  method: 'post',
  path: '/api/calendars/:cohort',
  right: { resource: 'calendar', action: 'set' },
  part: 'calendar',
  summary: 'Set the school’s own dates for a cohort',
  params,
  body: SchoolDates,
  reply: CalendarView,
  handle: async ({ deps, params: { cohort }, body, session, entitlements }) => {
    const { schoolId, role } = schoolOf(entitlements);
    const now = await readClock(deps.pool);
    const before = await readCohort(deps, schoolId, cohort, now);
    const calendar = Object.fromEntries(
      Object.entries(body).map(([name, text]) => [name, text === null ? null : Date.parse(text)]),
    ) as unknown as SchoolCalendar;
    const windows = windowsOf(before.pack, calendar, cohort);
    const [disordered] = disorderedDates(windows);
    if (disordered) throw invalidRequest({ field: disordered, code: 'DATES_OUT_OF_ORDER' });
    if (now >= before.windows.cutoffAt) throw new RefusalError('AFTER_CUTOFF', { clause: before.pack.cutoff.clause });
    // A date that was not there must lie ahead: what is over cannot be begun.
    const known = new Set(cohortSteps(before.windows, before.pack).map(({ kind, at }) => `${kind}@${at}`));
    if (cohortSteps(windows, before.pack).some(({ kind, at }) => kind === 'DEPARTURE' && at <= now && !known.has(`${kind}@${at}`)))
      throw invalidRequest({ field: 'departureAt', code: 'DATES_OUT_OF_ORDER' });
    const changed = (Object.keys(calendar) as (keyof SchoolCalendar)[]).filter((name) => calendar[name] !== before.calendar[name]);
    await setCalendar(deps.pool, { schoolId, cohort, calendar, changed, actor: { id: session.accountId, role } });
    await deps.startCalendars(schoolId);
    return json(await calendarView(deps, await readCohort(deps, schoolId, cohort, now)));
  },
});
