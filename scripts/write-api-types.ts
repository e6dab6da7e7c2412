import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import openapiTS, { astToString, type OpenAPI3 } from 'openapi-typescript';
import { openApiDocument } from '../api/docs/openapi.ts';
import { routesOf } from '../api/routes.ts';
import { projectRoot } from './stack/project-root.ts';

/** Writes the types of the pages' client from the OpenAPI document of the routes as they stand. */
const document = openApiDocument(routesOf({ clock: { development: true }, environment: 'development' }), 'session');
const types = astToString(await openapiTS(document as OpenAPI3, { alphabetize: false }));
mkdirSync(join(projectRoot, 'generated'), { recursive: true });
writeFileSync(join(projectRoot, 'generated', 'openapi.ts'), types);
