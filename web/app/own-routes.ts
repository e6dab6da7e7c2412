import type { RouteObject } from 'react-router';

/** The graduate's pages, under /me. */
export const ownRoutes: RouteObject[] = [
  { index: true, lazy: () => import('../graduate/own-years-page.tsx') },
  { path: ':graduateId', lazy: () => import('../graduate/own-hub-page.tsx') },
];
