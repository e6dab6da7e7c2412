import type { Route } from '../http/route.ts';
import { listHistory } from './history-routes.ts';
import { chooseLookupNotice, listLookups } from './lookup-routes.ts';

export const auditRoutes: readonly Route[] = [listLookups, chooseLookupNotice, listHistory];
