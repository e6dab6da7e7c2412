import express, { type Express } from 'express';
import { RefusalError } from '../domain/errors/refusal-error.ts';
import type { ApiDependencies } from './dependencies.ts';
import { refuseCrossSiteWrites } from './http/cross-site.ts';
import { createErrorHandler } from './http/error-handler.ts';
import { note } from './http/exchange.ts';
import { healthRoutes } from './http/health-routes.ts';
import { assignRequestId, createRequestLog } from './http/request-log.ts';
import { createSecurityHeaders, forbidStorage } from './http/security-headers.ts';
import { serveAssets, servePages } from './pages/pages.ts';
import { routesOf } from './routes.ts';

const jsonLimitBytes = 256 * 1024;

/** The whole HTTP side; it listens nowhere. `isStopping` turns readiness off while the process drains. */
export function createApp(deps: ApiDependencies, isStopping: () => boolean = () => false): Express {
  const { config, logger, metrics, pool } = deps;
  const app = express();
  app.disable('x-powered-by').disable('etag').set('query parser', 'simple');
  // These may say whom they speak for; nobody else's word is taken.
  app.set('trust proxy', config.http.trustedProxies);
  const overHttps = config.http.publicUrl.startsWith('https:');
  app.use(assignRequestId, createRequestLog(logger, metrics), createSecurityHeaders({ overHttps }));
  app.use(healthRoutes(pool, isStopping));
  app.use('/assets', serveAssets());
  app.use(forbidStorage, refuseCrossSiteWrites(config.http.publicUrl));
  app.use(express.json({ limit: jsonLimitBytes, strict: true }), (_request, response, next) => {
    note(response, { receivedAt: performance.now() });
    next();
  });
  for (const { head, handler } of routesOf(config)) app[head.method](head.path, handler(deps));
  app.use(servePages());
  app.use(() => {
    throw new RefusalError('NOT_FOUND');
  });
  app.use(createErrorHandler(logger));
  return app;
}
