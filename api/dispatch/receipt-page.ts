import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { text } from '../http/answer.ts';
import { openRoute } from '../http/route.ts';
import { bundledScript } from '../pages/bundled-script.ts';
import { plainStyle } from '../pages/plain-page.ts';

const page = readFileSync(new URL('../../web/dispatch/page.html', import.meta.url), 'utf8');

const assets = {
  'page.css': { type: 'text/css', content: () => plainStyle('dispatch') },
  'receipt.js': { type: 'text/javascript', content: bundledScript('web/dispatch/receipt.js') },
} as const;

const common = { method: 'get', right: { resource: 'service', action: 'read' }, part: 'dispatch' } as const;

/** The page to which the code of a slip leads; its token stays in the fragment (X23). */
export const readReceiptPage = openRoute({
  ...common,
  path: '/receipt',
  produces: 'text/html',
  summary: 'Page of the receipt of a file',
  handle: async () => text(page, 'text/html'),
});

/** A part of that page. */
export const readReceiptAsset = openRoute({
  ...common,
  path: '/receipt/assets/:asset',
  produces: 'application/octet-stream',
  summary: 'A part of the page of the receipt',
  params: z.strictObject({ asset: z.enum(['page.css', 'receipt.js']) }),
  handle: async ({ params: { asset } }) => text(assets[asset].content(), assets[asset].type),
});
