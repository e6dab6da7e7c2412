import type { LoaderFunctionArgs, RouteObject } from 'react-router';
import { meQuery } from '../access/me.ts';
import { ownGraduateQuery } from '../graduate/own-graduate.ts';
import { queryClient } from '../http/query-client.ts';
import { deskRoutes } from './desk-routes.ts';
import { ownRoutes } from './own-routes.ts';
import { CrashPage } from './crash-page.tsx';
import { Loading } from './loading.tsx';

/** Asks for what every page of the graduate begins with while its code is on the way: on a slow phone one wait instead of three. */
function askAhead({ params: { graduateId } }: LoaderFunctionArgs): null {
  void queryClient.prefetchQuery(meQuery);
  if (graduateId !== undefined) void queryClient.prefetchQuery(ownGraduateQuery(graduateId));
  return null;
}

/** Every address of the application. What a phone does not need is loaded with its page only. */
export const routes: RouteObject[] = [
  {
    errorElement: <CrashPage />,
    hydrateFallbackElement: <Loading />,
    children: [
      { path: '/', lazy: () => import('../entry/entry-page.tsx') },
      { path: '/staff/sign-in', lazy: () => import('../access/staff-sign-in-page.tsx') },
      { path: '/me', lazy: () => import('./phone-layout.tsx'), loader: askAhead, shouldRevalidate: () => false, children: ownRoutes },
      { path: '/desk', lazy: () => import('./desk-layout.tsx'), children: deskRoutes },
      { path: '*', lazy: () => import('./not-found-page.tsx') },
    ],
  },
];
