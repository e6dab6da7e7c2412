import type { Route } from '../http/route.ts';
import { listPublicNotices, readPublicNotice } from './public-routes.ts';
import { listNotices, openNotice, readNotice } from './reader-routes.ts';
import { findNoticeSchools } from './school-route.ts';
import { changeWrittenNotice, listWrittenNotices, publishNotice, readWrittenNotice, withdrawWrittenNotice } from './writer-routes.ts';

export const noticesRoutes: readonly Route[] = [
  listPublicNotices,
  readPublicNotice,
  listNotices,
  readNotice,
  openNotice,
  publishNotice,
  listWrittenNotices,
  readWrittenNotice,
  changeWrittenNotice,
  withdrawWrittenNotice,
  findNoticeSchools,
];
