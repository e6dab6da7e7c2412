import { z } from 'zod';
import type { ZodOpenApiOperationObject, ZodOpenApiParameters, ZodOpenApiResponseObject } from 'zod-openapi';
import { can } from '../../domain/access/rights.ts';
import { Role } from '../../domain/access/role.ts';
import { idempotencyHeader } from '../http/idempotency-key.ts';
import { Problem, problemMediaType } from '../http/problem.ts';
import type { Route } from '../http/route.ts';

const commandHeader = z.object({
  [idempotencyHeader]: z
    .string()
    .min(8)
    .max(128)
    .meta({ description: 'Chosen by the client, one for each thing it means to do', example: '6f1c2e1a-0b1d-4f3a-9a55-5c0c2f6f6a11' }),
});

/** One route as the document describes it. */
export function operationOf({ head, shape, reach, command }: Route): ZodOpenApiOperationObject {
  const { summary, part, right, status = 200 } = head;
  return {
    summary,
    tags: [part],
    operationId: `${right.resource}.${right.action}.${head.method}${head.path.replace(/[^A-Za-z]+/g, '.')}`,
    description: [head.description, `Who: ${holdersOf(head)}.`].filter(Boolean).join('\n\n'),
    security: reach === 'OPEN' ? [] : [{ session: [] }],
    requestParams: parametersOf(shape, command),
    ...bodyOf({ head, shape }),
    responses: {
      [String(status)]: successOf({ head, shape }),
      ...(command && {
        202: { description: 'Accepted; not yet applied', content: { 'application/json': { schema: shape.reply ?? z.unknown() } } },
      }),
      default: { description: 'A problem document', content: { [problemMediaType]: { schema: Problem } } },
    },
  };
}

function holdersOf({ right }: Route['head']): string {
  if (can('ANYONE', right) !== undefined) return 'anyone';
  return Role.options
    .flatMap((role) => {
      const jurisdiction = can(role, right);
      return jurisdiction === undefined ? [] : [`${role} (${jurisdiction})`];
    })
    .join(', ');
}

function parametersOf({ params, query }: Route['shape'], command: boolean): ZodOpenApiParameters {
  return {
    ...(params instanceof z.ZodObject && { path: params }),
    ...(query instanceof z.ZodObject && { query }),
    ...(command && { header: commandHeader }),
  };
}

function bodyOf({ head, shape }: Pick<Route, 'head' | 'shape'>): Pick<ZodOpenApiOperationObject, 'requestBody'> {
  if (head.consumes !== undefined) {
    const schema = { type: 'object' as const, required: ['file'], properties: { file: { type: 'string' as const, format: 'binary' } } };
    return { requestBody: { required: true, content: { [head.consumes]: { schema } } } };
  }
  return shape.body ? { requestBody: { required: true, content: { 'application/json': { schema: shape.body } } } } : {};
}

function successOf({ head, shape }: Pick<Route, 'head' | 'shape'>): ZodOpenApiResponseObject {
  if (head.status === 303) return { description: 'Go on there', headers: { Location: { schema: { type: 'string' }, required: true } } };
  if (head.produces !== undefined)
    return { description: 'The file', content: { [head.produces]: { schema: { type: 'string', format: 'binary' } } } };
  return shape.reply ? { description: 'Done', content: { 'application/json': { schema: shape.reply } } } : { description: 'Done' };
}
