import type { RouteObject } from 'react-router';

/** The pages of staff, under /desk; the menu shows those for which somebody has the right (desk-menu.ts). */
export const deskRoutes: RouteObject[] = [
  { index: true, lazy: () => import('./desk-home-page.tsx') },
  { path: 'reviews', lazy: () => import('../registration/desk-reviews-page.tsx') },
];
