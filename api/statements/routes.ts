import type { Route } from '../http/route.ts';
import { readGrantStatement, readStatementPreview, readTransferStatement } from './statement-routes.ts';

export const statementsRoutes: readonly Route[] = [readGrantStatement, readTransferStatement, readStatementPreview];
