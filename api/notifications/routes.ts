import type { Route } from '../http/route.ts';
import { listNotifications, readNotification } from './notification-routes.ts';

export const notificationsRoutes: readonly Route[] = [listNotifications, readNotification];
