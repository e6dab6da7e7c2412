import type { Route } from '../http/route.ts';
import { readCodes, readRegions } from './code-routes.ts';

export const codesRoutes: readonly Route[] = [readCodes, readRegions];
