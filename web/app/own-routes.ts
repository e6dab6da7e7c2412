import type { RouteObject } from 'react-router';
import { askForOwnGraduate } from '../graduate/own-graduate.ts';

/** The graduate's pages, under /me. */
export const ownRoutes: RouteObject[] = [
  { index: true, lazy: () => import('../graduate/own-years-page.tsx') },
  { path: ':graduateId', loader: askForOwnGraduate, lazy: () => import('../graduate/own-hub-page.tsx') },
  { path: ':graduateId/basic', lazy: () => import('../graduate/own-basic-page.tsx') },
  { path: ':graduateId/confirmation', lazy: () => import('../confirmation/own-confirmation-page.tsx') },
  { path: ':graduateId/grants', lazy: () => import('../grants/own-grants-page.tsx') },
  { path: ':graduateId/inbox', lazy: () => import('../notifications/own-inbox-page.tsx') },
  { path: ':graduateId/dossier-file', lazy: () => import('../dispatch/own-file-page.tsx') },
  { path: ':graduateId/data', lazy: () => import('../personal-data/own-data-page.tsx') },
  { path: ':graduateId/:section', lazy: () => import('../registration/own-section-page.tsx') },
];
