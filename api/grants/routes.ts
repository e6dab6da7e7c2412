import type { Route } from '../http/route.ts';
import { closeGrant, issueGrant } from './grant-routes.ts';
import { listGrants } from './list-grants.ts';

export const grantsRoutes: readonly Route[] = [issueGrant, closeGrant, listGrants];
