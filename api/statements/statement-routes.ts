import { z } from 'zod';
import { StatementKind } from '../../domain/grants/grant.ts';
import { StatementRendering } from '../../domain/statements/rendering.ts';
import { file } from '../http/answer.ts';
import { graduateParams, namedGraduate } from '../http/command-route.ts';
import { graduateRoute } from '../http/route.ts';

const pdf = 'application/pdf';
const byId = z.strictObject({ id: z.uuid() });
const query = z.strictObject({
  rendering: StatementRendering.default('zh').meta({ description: 'Chinese, English, or Chinese in large type' }),
});

/** The graduate's statement with its 核验编号 (R27, R45), while the grant is live. */
export const readGrantStatement = graduateRoute({
  method: 'get',
  path: '/api/grants/:id/statement',
  right: { resource: 'statement', action: 'read' },
  part: 'statements',
  produces: pdf,
  summary: 'Statement of a live grant',
  params: byId,
  query,
  graduateOf: async ({ deps, params }) =>
    (await deps.prisma.grant.findUnique({ where: { id: params.id }, select: { graduateId: true } }))?.graduateId,
  handle: async ({ deps, params, query: { rendering } }) =>
    file(await deps.statements.forGrant(params.id, rendering), pdf, 'statement.pdf'),
});

/** The school's statement with its 转递编号 (R45), while the number is live. */
export const readTransferStatement = graduateRoute({
  method: 'get',
  path: '/api/transfer-numbers/:id/statement',
  right: { resource: 'statement', action: 'readTransfer' },
  part: 'statements',
  produces: pdf,
  summary: 'Statement of a live transfer number',
  params: byId,
  query,
  graduateOf: async ({ deps, params }) =>
    (await deps.prisma.transferNumber.findUnique({ where: { id: params.id }, select: { graduateId: true } }))?.graduateId,
  handle: async ({ deps, params, query: { rendering } }) =>
    file(await deps.statements.forTransferNumber(params.id, rendering), pdf, 'transfer-statement.pdf'),
});

/** What a statement would say now, without number and QR code (R34, R35). */
export const readStatementPreview = graduateRoute({
  method: 'get',
  path: '/api/graduates/:id/statement-previews/:kind',
  right: { resource: 'statement', action: 'preview' },
  part: 'statements',
  produces: pdf,
  summary: 'Preview of a statement',
  params: graduateParams.extend({ kind: StatementKind }),
  query,
  graduateOf: namedGraduate,
  handle: async ({ deps, params, query: { rendering } }) =>
    file(await deps.statements.preview(params.id, params.kind, rendering), pdf, 'statement-preview.pdf'),
});
