import type { Route } from '../http/route.ts';
import { listDispatches, readDispatch } from './list-dispatches.ts';
import { readDispatchNotice, readDispatchPaper, readReceiptPhotograph } from './paper-routes.ts';
import { keepFileAtSchool, prepareDispatches } from './prepare-routes.ts';
import { readReceiptAsset, readReceiptPage } from './receipt-page.ts';
import { readSlip, reportReceipt } from './receipt-routes.ts';
import { recordOutcome, reissueDispatchSlip, sendDispatch } from './record-routes.ts';
import { readDispatchTimeline } from './timeline-route.ts';
import { importTracking } from './tracking-route.ts';

export const dispatchRoutes: readonly Route[] = [
  prepareDispatches,
  keepFileAtSchool,
  importTracking,
  listDispatches,
  readDispatch,
  sendDispatch,
  recordOutcome,
  reissueDispatchSlip,
  readDispatchNotice,
  readDispatchPaper,
  readReceiptPhotograph,
  readDispatchTimeline,
  readSlip,
  reportReceipt,
  readReceiptPage,
  readReceiptAsset,
];
