import type { Route } from '../http/route.ts';
import { listFailedNotifications, resendNotification } from './failed-notifications.ts';
import { readHealth } from './health.ts';
import { listStuck } from './stuck-graduates.ts';

export const operationRoutes: readonly Route[] = [listStuck, listFailedNotifications, resendNotification, readHealth];
