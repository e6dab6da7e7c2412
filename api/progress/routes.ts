import type { Route } from '../http/route.ts';
import { exportChaseList } from './chase-list.ts';
import { readProgress } from './class-progress.ts';
import { remindGraduates } from './remind-route.ts';
import { readToday } from './today-route.ts';

export const progressRoutes: readonly Route[] = [readProgress, exportChaseList, remindGraduates, readToday];
