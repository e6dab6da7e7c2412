import type { Route } from '../http/route.ts';
import { readCalendar, setSchoolCalendar } from './calendar-routes.ts';

export const calendarRoutes: readonly Route[] = [readCalendar, setSchoolCalendar];
