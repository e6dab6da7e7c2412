import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { text } from '../http/answer.ts';
import { openRoute } from '../http/route.ts';

const read = (name: string): string => readFileSync(new URL(`../../web/dispatch/${name}`, import.meta.url), 'utf8');
const assetTypes = { 'page.css': 'text/css', 'receipt.js': 'text/javascript' } as const;
const AssetName = z.enum(['page.css', 'receipt.js']);
const assets = new Map(AssetName.options.map((name) => [name, read(name)]));
const page = read('page.html');

const common = { method: 'get', right: { resource: 'service', action: 'read' }, part: 'dispatch' } as const;

/** The page to which the code of a slip leads; its token stays in the fragment (X23). */
export const readReceiptPage = openRoute({ ...common, path: '/receipt', produces: 'text/html', summary: 'Page of the receipt of a file', handle: async () => text(page, 'text/html') });

/** A part of that page. */
export const readReceiptAsset = openRoute({
  ...common, path: '/receipt/assets/:asset', produces: 'application/octet-stream', summary: 'A part of the page of the receipt',
  params: z.strictObject({ asset: AssetName }), handle: async ({ params: { asset } }) => text(assets.get(asset) ?? '', assetTypes[asset]),
});
