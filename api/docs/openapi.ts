import { createDocument, type ZodOpenApiPathsObject } from 'zod-openapi';
import { sectionContents } from '../../domain/registration/section-content.ts';
import { idempotencyHeader } from '../http/idempotency-key.ts';
import type { Route } from '../http/route.ts';
import { operationOf } from './operation.ts';

const description = `Registration of graduates' destinations. A sample system: it does not claim to be an official one.

Writes need an \`Origin\` header with this site's address (browsers send it). Commands need an \`${idempotencyHeader}\`: the same key and body give the same answer.
A command that is not answered in time gives 202 and its address. Problems are documents of RFC 9457 with a stable \`code\`.`;

/** The OpenAPI 3.1 document of these routes, made from the schemas that check the requests. */
export function openApiDocument(routes: readonly Route[], cookieName: string): object {
  const paths: ZodOpenApiPathsObject = {};
  for (const route of routes) {
    const address = route.head.path.replace(/:(\w+)/g, '{$1}');
    paths[address] = { ...paths[address], [route.head.method]: operationOf(route) };
  }
  return createDocument({
    openapi: '3.1.0',
    info: { title: '毕业去向登记 quxiang', version: '1', description },
    servers: [{ url: '/' }],
    paths,
    components: {
      schemas: Object.fromEntries(Object.entries(sectionContents).map(([section, schema]) => [`${section}Content`, schema])),
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: cookieName } },
    },
  });
}
