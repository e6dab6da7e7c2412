import type { Route } from '../http/route.ts';
import { readEvidence, removeEvidence } from './evidence-routes.ts';
import { uploadEvidence } from './upload-route.ts';

export const evidenceRoutes: readonly Route[] = [uploadEvidence, readEvidence, removeEvidence];
