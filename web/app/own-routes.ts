import type { RouteObject } from 'react-router';
import { askForOwnGraduate } from '../graduate/own-graduate.ts';
import { askForGrants } from '../grants/own-lookups.ts';

/** The graduate's pages, under /me; each is on one graduate-year, which is asked for while nothing is shown yet. */
export const ownRoutes: RouteObject[] = [
  { index: true, lazy: () => import('../graduate/own-years-page.tsx') },
  { loader: askForOwnGraduate, path: ':graduateId', lazy: () => import('../graduate/own-hub-page.tsx') },
  { loader: askForOwnGraduate, path: ':graduateId/basic', lazy: () => import('../graduate/own-basic-page.tsx') },
  { loader: askForOwnGraduate, path: ':graduateId/confirmation', lazy: () => import('../confirmation/own-confirmation-page.tsx') },
  { loader: askForGrants, path: ':graduateId/grants', lazy: () => import('../grants/own-grants-page.tsx') },
  { loader: askForOwnGraduate, path: ':graduateId/inbox', lazy: () => import('../notifications/own-inbox-page.tsx') },
  { loader: askForOwnGraduate, path: ':graduateId/dossier-file', lazy: () => import('../dispatch/own-file-page.tsx') },
  { loader: askForOwnGraduate, path: ':graduateId/data', lazy: () => import('../personal-data/own-data-page.tsx') },
  { loader: askForOwnGraduate, path: ':graduateId/:section', lazy: () => import('../registration/own-section-page.tsx') },
];
