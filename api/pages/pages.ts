import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { RequestHandler } from 'express';
import expressStaticGzip from 'express-static-gzip';
import { RefusalError } from '../../domain/errors/refusal-error.ts';

/** What `scripts/web/build-pages.ts` has built. */
const builtPages = fileURLToPath(new URL('../../generated/web', import.meta.url));

const yearSeconds = 31_536_000;

/** Scripts, styles and fonts of the pages: their names change with their contents, so caches keep them. */
export function serveAssets(): RequestHandler {
  const folder = join(builtPages, 'assets');
  if (!existsSync(folder)) return (_request, _response, next) => next();
  return expressStaticGzip(folder, {
    enableBrotli: true, orderPreference: ['br'], index: false,
    serveStatic: { immutable: true, maxAge: yearSeconds * 1_000, fallthrough: true },
  });
}

/** The application's one document, at every address that a person opens and nothing else answers; its router knows the rest. */
export function servePages(): RequestHandler {
  const document = join(builtPages, 'index.html');
  return (request, response, next) => {
    if (request.method !== 'GET' || /^\/(api|auth|assets)(\/|$)/.test(request.path) || request.accepts(['json', 'html']) !== 'html') return void next();
    if (!existsSync(document)) throw new RefusalError('UNAVAILABLE');
    response.type('html').send(readFileSync(document, 'utf8'));
  };
}
