import { Router } from 'express';
import type { Queryable } from '../../infra/database/pool.ts';
import { note } from './exchange.ts';
import { isDatabaseServing } from './readiness.ts';

/** For whoever balances load and restarts processes: alive, and ready for requests. */
export function healthRoutes(pool: Queryable, isStopping: () => boolean): Router {
  const router = Router();
  router.get('/health/live', (_request, response) => {
    note(response, { route: '/health/live' });
    response.json({ status: 'alive' });
  });
  router.get('/health/ready', async (_request, response) => {
    note(response, { route: '/health/ready' });
    const ready = !isStopping() && (await isDatabaseServing(pool));
    response.status(ready ? 200 : 503).json({ status: ready ? 'ready' : 'unavailable' });
  });
  return router;
}
