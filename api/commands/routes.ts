import type { Route } from '../http/route.ts';
import { readCommand } from './command-routes.ts';

export const commandsRoutes: readonly Route[] = [readCommand];
