import type { Route } from '../http/route.ts';
import { importDirectory } from './import-route.ts';
import { readHomeUnit, suggestUnits } from './search-routes.ts';
import { createUnit, deleteUnit, listUnits, readUnit, saveUnit } from './unit-routes.ts';

export const directoryRoutes: readonly Route[] = [
  suggestUnits,
  readHomeUnit,
  listUnits,
  readUnit,
  createUnit,
  saveUnit,
  deleteUnit,
  importDirectory,
];
