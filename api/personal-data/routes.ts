import type { Route } from '../http/route.ts';
import { takeCopy } from './copy-route.ts';
import { revealContact, revealDocument } from './reveal-routes.ts';

export const personalDataRoutes: readonly Route[] = [takeCopy, revealContact, revealDocument];
