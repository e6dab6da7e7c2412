import type { Route } from '../http/route.ts';
import { takeCopy } from './copy-route.ts';

export const personalDataRoutes: readonly Route[] = [
  takeCopy,
];
