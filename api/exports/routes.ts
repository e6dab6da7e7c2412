import type { Route } from '../http/route.ts';
import { makeExport, readExport, readExportFile } from './export-routes.ts';
import { listExports } from './list-exports.ts';

export const exportsRoutes: readonly Route[] = [makeExport, listExports, readExport, readExportFile];
