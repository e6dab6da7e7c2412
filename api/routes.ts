import type { Config } from '../infra/config/config.ts';
import { sessionCookieName } from './access/session-cookie.ts';
import { accessRoutes } from './access/routes.ts';
import { auditRoutes } from './audit/routes.ts';
import { calendarRoutes } from './calendar/routes.ts';
import { codesRoutes } from './codes/routes.ts';
import { commandsRoutes } from './commands/routes.ts';
import { confirmationRoutes } from './confirmation/routes.ts';
import { moveDevelopmentClock, readDevelopmentClock } from './development/clock-routes.ts';
import { directoryRoutes } from './directory/routes.ts';
import { dispatchRoutes } from './dispatch/routes.ts';
import { docsRoutes } from './docs/docs-routes.ts';
import { evidenceRoutes } from './evidence/routes.ts';
import { exportsRoutes } from './exports/routes.ts';
import { graduateRoutes } from './graduate/routes.ts';
import { grantsRoutes } from './grants/routes.ts';
import type { Route } from './http/route.ts';
import { keysRoutes } from './keys/routes.ts';
import { noticesRoutes } from './notices/routes.ts';
import { notificationsRoutes } from './notifications/routes.ts';
import { offlineRoutes } from './offline/routes.ts';
import { operationRoutes } from './operation/routes.ts';
import { personalDataRoutes } from './personal-data/routes.ts';
import { printBatchesRoutes } from './print-batches/routes.ts';
import { progressRoutes } from './progress/routes.ts';
import { registrationRoutes } from './registration/routes.ts';
import { rosterRoutes } from './roster/routes.ts';
import { statementsRoutes } from './statements/routes.ts';
import { statisticsRoutes } from './statistics/routes.ts';
import { transferNumbersRoutes } from './transfer-numbers/routes.ts';
import { verificationRoutes } from './verification/routes.ts';

/** Every part of the application, in the order of the OpenAPI document. */
const always: readonly Route[] = [
  ...accessRoutes,
  ...graduateRoutes,
  ...progressRoutes,
  ...registrationRoutes,
  ...evidenceRoutes,
  ...confirmationRoutes,
  ...grantsRoutes,
  ...transferNumbersRoutes,
  ...exportsRoutes,
  ...statementsRoutes,
  ...printBatchesRoutes,
  ...verificationRoutes,
  ...keysRoutes,
  ...offlineRoutes,
  ...noticesRoutes,
  ...notificationsRoutes,
  ...auditRoutes,
  ...personalDataRoutes,
  ...commandsRoutes,
  ...calendarRoutes,
  ...rosterRoutes,
  ...statisticsRoutes,
  ...operationRoutes,
  ...codesRoutes,
  ...directoryRoutes,
  ...dispatchRoutes,
];

const inDevelopment: readonly Route[] = [readDevelopmentClock, moveDevelopmentClock];

/** The routes that an installation has. */
export function routesOf(config: Pick<Config, 'clock' | 'environment'>): readonly Route[] {
  const routes: readonly Route[] = [
    ...always,
    ...(config.clock.development ? inDevelopment : []),
    ...docsRoutes(sessionCookieName(config), () => routes),
  ];
  return routes;
}
