import type { RouteObject } from 'react-router';

/** The pages of staff, under /desk; the menu shows those for which somebody has the right (desk-menu.ts). */
export const deskRoutes: RouteObject[] = [
  { index: true, lazy: () => import('./desk-home-page.tsx') },
  { path: 'rosters', lazy: () => import('../roster/desk-rosters-page.tsx') },
  { path: 'rosters/:rosterId', lazy: () => import('../roster/desk-roster-page.tsx') },
  { path: 'users', lazy: () => import('../access/desk-users-page.tsx') },
  { path: 'second-factor', lazy: () => import('../access/desk-account-page.tsx') },
  { path: 'transfer-numbers', lazy: () => import('../transfer-numbers/desk-transfer-page.tsx') },
  { path: 'reviews', lazy: () => import('../registration/desk-reviews-page.tsx') },
  { path: 'notices', lazy: () => import('../notices/desk-notices-page.tsx') },
  { path: 'operation', lazy: () => import('../operation/desk-operation-page.tsx') },
  { path: 'directory', lazy: () => import('../directory/desk-directory-page.tsx') },
  { path: 'province', lazy: () => import('../province/desk-province-page.tsx') },
];
