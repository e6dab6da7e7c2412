import type { Route } from '../http/route.ts';
import { makeExport, readExport, readExportFile } from './export-routes.ts';

export const exportsRoutes: readonly Route[] = [
  makeExport,
  readExport,
  readExportFile,
];
