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
  { path: 'graduates/:graduateId', lazy: () => import('../graduate/desk-graduate-page.tsx') },
  { path: 'graduates', lazy: () => import('../graduate/desk-graduates-page.tsx') },
  { path: 'progress', lazy: () => import('../progress/desk-progress-page.tsx') },
  { path: 'tickets', lazy: () => import('../graduate/desk-tickets-page.tsx') },
  { path: 'confirmations', lazy: () => import('../confirmation/desk-confirmations-page.tsx') },
  { path: 'exceptions', lazy: () => import('../registration/desk-exceptions-page.tsx') },
  { path: 'dispatch', lazy: () => import('../dispatch/desk-dispatch-page.tsx') },
  { path: 'calendar', lazy: () => import('../calendar/desk-calendar-page.tsx') },
  { path: 'operation', lazy: () => import('../operation/desk-operation-page.tsx') },
  { path: 'statistics', lazy: () => import('../statistics/desk-statistics-page.tsx') },
  { path: 'notices', lazy: () => import('../notices/desk-notices-page.tsx') },
  { path: 'directory', lazy: () => import('../directory/desk-directory-page.tsx') },
  { path: '*', lazy: () => import('./desk-not-found-page.tsx') },
];
