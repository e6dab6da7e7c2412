import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { z } from 'zod';
import { text } from '../http/answer.ts';
import { openRoute, type Route } from '../http/route.ts';
import { openApiDocument } from './openapi.ts';

const { resolve } = createRequire(import.meta.url);

const AssetName = z.enum(['swagger-ui-bundle.js', 'swagger-ui.css', 'start.js']);
type AssetName = z.infer<typeof AssetName>;

/** The page's own files: nothing is loaded from elsewhere, so it works offline and under the strict policy of the rest. */
const assets: Readonly<Record<AssetName, { readonly type: string; readonly read: () => string }>> = {
  'swagger-ui-bundle.js': { type: 'text/javascript', read: () => readFileSync(resolve('swagger-ui-dist/swagger-ui-bundle.js'), 'utf8') },
  'swagger-ui.css': { type: 'text/css', read: () => readFileSync(resolve('swagger-ui-dist/swagger-ui.css'), 'utf8') },
  'start.js': { type: 'text/javascript', read: () => start },
};

const start = `window.SwaggerUIBundle({
  url: '/api/openapi.json', dom_id: '#page', deepLinking: true, docExpansion: 'none', defaultModelsExpandDepth: -1, validatorUrl: null, tryItOutEnabled: true, displayRequestDuration: true,
  requestInterceptor: (request) => {
    if (request.method !== 'GET') request.headers['Idempotency-Key'] ??= crypto.randomUUID();
    return request;
  },
});
`;

const page = `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>quxiang API</title>
<link rel="stylesheet" href="/api/docs/swagger-ui.css"></head>
<body><div id="page"></div><script src="/api/docs/swagger-ui-bundle.js"></script><script src="/api/docs/start.js"></script></body></html>
`;

const common = { method: 'get', right: { resource: 'service', action: 'read' }, part: 'docs' } as const;

/** The OpenAPI document of the routes, and a page to try them. The document is made at first use. */
export function docsRoutes(cookieName: string, routes: () => readonly Route[]): readonly Route[] {
  let document: string | undefined;
  const contents = new Map<AssetName, string>();
  const readOpenApi = openRoute({
    ...common,
    path: '/api/openapi.json',
    produces: 'application/json',
    summary: 'This document',
    handle: async () => text((document ??= JSON.stringify(openApiDocument(routes(), cookieName))), 'application/json'),
  });
  const readDocs = openRoute({
    ...common,
    path: '/api/docs',
    produces: 'text/html',
    summary: 'A page to try the API',
    handle: async () => text(page, 'text/html'),
  });
  const readAsset = openRoute({
    ...common,
    path: '/api/docs/:asset',
    produces: 'application/octet-stream',
    summary: 'A part of that page',
    params: z.strictObject({ asset: AssetName }),
    handle: async ({ params: { asset } }) => {
      const { type, read } = assets[asset];
      const content = contents.get(asset) ?? read();
      contents.set(asset, content);
      return text(content, type);
    },
  });
  return [readOpenApi, readDocs, readAsset];
}
