import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { RequestHandler } from 'express';
import expressStaticGzip from 'express-static-gzip';
import { RefusalError } from '../../domain/errors/refusal-error.ts';

/** What `scripts/build-pages.ts` has built. */
export const builtPages = fileURLToPath(new URL('../../generated/web', import.meta.url));

const yearSeconds = 31_536_000;

/** Scripts, styles and fonts of the pages: their names change with their contents, so caches keep them. */
export function serveAssets(): RequestHandler {
  const folder = join(builtPages, 'assets');
  if (!existsSync(folder)) return (_request, _response, next) => next();
  return expressStaticGzip(folder, {
    enableBrotli: true,
    orderPreference: ['br'],
    index: false,
    serveStatic: { immutable: true, maxAge: yearSeconds * 1_000, fallthrough: true },
  });
}

/** The graduate's addresses, with the graduate-year where one is named. */
const ownAddress = /^\/me(?:\/(?<graduateId>[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}))?(?:\/|$)/;

/**
 * The application's document, at every address that a person opens and nothing else answers; its router knows the rest. A graduate's
 * comes with the scripts of their pages, and asks for who they are and what is registered before any script has begun.
 */
export function servePages(): RequestHandler {
  return (request, response, next) => {
    if (request.method !== 'GET' || /^\/(api|auth|assets)(\/|$)/.test(request.path) || request.accepts(['json', 'html']) !== 'html')
      return void next();
    const own = ownAddress.exec(request.path);
    const document = join(builtPages, own ? 'own.html' : 'index.html');
    if (!existsSync(document)) throw new RefusalError('UNAVAILABLE');
    if (own)
      response.set(
        'Link',
        ['/api/me', ...(own.groups?.['graduateId'] ? [`/api/graduates/${own.groups['graduateId']}`] : [])].map(earlyRequest),
      );
    response.type('html').send(readFileSync(document, 'utf8'));
  };
}

const earlyRequest = (address: string): string => `<${address}>; rel=preload; as=fetch; crossorigin`;
