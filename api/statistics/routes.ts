import type { Route } from '../http/route.ts';
import { listNumerator, listStatistics, publishStatistic } from './figure-routes.ts';
import { countSchools } from './school-counts.ts';

export const statisticsRoutes: readonly Route[] = [countSchools, publishStatistic, listStatistics, listNumerator];
