import type { RouteObject } from 'react-router';
import { askForMe } from '../access/me.ts';
import { deskRoutes } from './desk-routes.ts';
import { ownRoutes } from './own-routes.ts';
import { Crash, CrashPage } from './crash-page.tsx';
import { Loading } from './loading.tsx';

/** Every address of the application. What a phone does not need is loaded with its page only. */
export const routes: RouteObject[] = [
  {
    errorElement: <CrashPage />,
    hydrateFallbackElement: <Loading />,
    children: [
      { path: '/', lazy: () => import('../entry/entry-page.tsx') },
      { path: '/staff/sign-in', lazy: () => import('../access/staff-sign-in-page.tsx') },
      {
        path: '/me',
        loader: askForMe,
        lazy: () => import('./phone-layout.tsx'),
        children: [{ errorElement: <Crash />, children: ownRoutes }],
      },
      {
        path: '/desk',
        loader: askForMe,
        lazy: () => import('./desk-layout.tsx'),
        children: [{ errorElement: <Crash />, children: deskRoutes }],
      },
      { path: '*', lazy: () => import('./not-found-page.tsx') },
    ],
  },
];
