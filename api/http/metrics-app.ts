import express, { type Express } from 'express';
import type { Queryable } from '../../infra/database/pool.ts';
import { healthRoutes } from './health-routes.ts';
import type { Metrics } from './metrics.ts';

/** Measurements and health on a port of their own, which is never public. */
export function createMetricsApp(metrics: Metrics, pool: Queryable, isStopping: () => boolean): Express {
  const app = express();
  app.disable('x-powered-by');
  app.use(healthRoutes(pool, isStopping));
  app.get('/metrics', async (_request, response) => {
    response.type(metrics.contentType).end(await metrics.print());
  });
  return app;
}
