import type { Route } from '../http/route.ts';
import { readOfflineKeys } from './key-routes.ts';
import { listPublishedLists, readPublishedList } from './list-routes.ts';
import { readOfflineAsset, readOfflinePage, readOfflineWorker } from './page-routes.ts';

export const offlineRoutes: readonly Route[] = [
  readOfflineKeys,
  listPublishedLists,
  readPublishedList,
  readOfflinePage,
  readOfflineAsset,
  readOfflineWorker,
];
