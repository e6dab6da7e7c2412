import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { text } from '../http/answer.ts';
import { openRoute } from '../http/route.ts';
import { bundledScript } from '../pages/bundled-script.ts';
import { plainStyle } from '../pages/plain-page.ts';

const read = (name: string): string => readFileSync(new URL(`../../web/offline/${name}`, import.meta.url), 'utf8');

const assets = {
  'page.css': { type: 'text/css', content: () => plainStyle('offline') },
  // With the code of domain/offline that the command line tool runs too.
  'offline.js': { type: 'text/javascript', content: bundledScript('web/offline/main.ts') },
} as const;

const common = { method: 'get', right: { resource: 'service', action: 'read' }, part: 'offline' } as const;

/** The page that checks a code without a network, once it has been loaded. */
export const readOfflinePage = openRoute({
  ...common,
  path: '/offline',
  produces: 'text/html',
  summary: 'Page that verifies without a network',
  handle: async () => text(read('page.html'), 'text/html'),
});

/** A part of that page. */
export const readOfflineAsset = openRoute({
  ...common,
  path: '/offline/assets/:asset',
  produces: 'application/octet-stream',
  summary: 'A part of the offline page',
  params: z.strictObject({ asset: z.enum(['page.css', 'offline.js']) }),
  handle: async ({ params: { asset } }) => text(assets[asset].content(), assets[asset].type),
});

/** Keeps the page for later. It stands at the root, because a worker serves nothing above its own address. */
export const readOfflineWorker = openRoute({
  ...common,
  path: '/offline-worker.js',
  produces: 'text/javascript',
  summary: 'Service worker of the offline page',
  handle: async () => text(read('service-worker.js'), 'text/javascript'),
});
