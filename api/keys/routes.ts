import type { Route } from '../http/route.ts';
import { readPublishedKeys } from './published-keys-route.ts';

export const keysRoutes: readonly Route[] = [readPublishedKeys];
