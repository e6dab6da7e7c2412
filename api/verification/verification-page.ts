import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { text } from '../http/answer.ts';
import { openRoute } from '../http/route.ts';
import { bundledScript } from '../pages/bundled-script.ts';
import { plainStyle } from '../pages/plain-page.ts';

const read = (name: string): string => readFileSync(new URL(`../../web/verification/${name}`, import.meta.url), 'utf8');
const page = read('page.html');

/** The scripts hold the rules that the page needs too, as they stand in the domain: how a number is read and checked, what solves a challenge. */
const assets = {
  'page.css': { type: 'text/css', content: () => plainStyle('verification') },
  'verify.js': { type: 'text/javascript', content: bundledScript('web/verification/verify.js') },
  'challenge.js': { type: 'text/javascript', content: bundledScript('web/verification/challenge.js') },
  'scan.js': { type: 'text/javascript', content: bundledScript('web/verification/scan.ts') },
} as const;

const common = { method: 'get', right: { resource: 'service', action: 'read' }, part: 'verification' } as const;

/** The page of each entry (R1, R49), to which the QR code leads; the token of a scan stays in the fragment (X23). */
export const readVerificationPage = openRoute({
  ...common,
  path: '/verification/:entry',
  produces: 'text/html',
  summary: 'Page of an entry of online verification',
  params: z.strictObject({ entry: z.enum(['dossier', 'hukou']) }),
  handle: async () => text(page, 'text/html'),
});

/** A part of that page. */
export const readVerificationAsset = openRoute({
  ...common,
  path: '/verification/assets/:asset',
  produces: 'application/octet-stream',
  summary: 'A part of that page',
  params: z.strictObject({ asset: z.enum(['page.css', 'verify.js', 'challenge.js', 'scan.js']) }),
  handle: async ({ params: { asset } }) => text(assets[asset].content(), assets[asset].type),
});
