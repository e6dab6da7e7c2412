import type { Route } from '../http/route.ts';
import { confirm, dispute, retractDispute } from './confirmation-routes.ts';
import { countConfirmations } from './confirmation-statistics.ts';
import { listConfirmations } from './list-confirmations.ts';

export const confirmationRoutes: readonly Route[] = [confirm, dispute, retractDispute, listConfirmations, countConfirmations];
