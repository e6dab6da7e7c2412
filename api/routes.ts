import type { Config } from '../infra/config/config.ts';
import { consent, readNotice } from './access/consent.ts';
import { beginProofing, beginSignIn } from './access/begin-sign-in.ts';
import { finishSignIn } from './access/finish-sign-in.ts';
import { chooseLanguage, readMe } from './access/me.ts';
import { sessionCookieName } from './access/session-cookie.ts';
import { beginSecondFactor, confirmSecondFactor } from './access/second-factor-routes.ts';
import { signInAsStaff } from './access/staff-sign-in-route.ts';
import { signOut } from './access/sign-out.ts';
import { listHistory } from './audit/history-routes.ts';
import { chooseLookupNotice, listLookups } from './audit/lookup-routes.ts';
import { readCalendar, setSchoolCalendar } from './calendar/calendar-routes.ts';
import { readCodes, readRegions } from './codes/code-routes.ts';
import { readCommand } from './commands/command-routes.ts';
import { confirm, dispute, retractDispute } from './confirmation/confirmation-routes.ts';
import { listConfirmations } from './confirmation/list-confirmations.ts';
import { moveDevelopmentClock, readDevelopmentClock } from './development/clock-routes.ts';
import { readEvidence, removeEvidence } from './evidence/evidence-routes.ts';
import { uploadEvidence } from './evidence/upload-route.ts';
import { checkBasicInformation, disputeBasicInformation, requestOriginCorrection } from './graduate/basic-information-routes.ts';
import { correctBasicInformation } from './graduate/correct-basic-information.ts';
import { readGraduate } from './graduate/graduate-routes.ts';
import { listGraduates } from './graduate/list-graduates.ts';
import { answerTicket, listTickets } from './graduate/ticket-routes.ts';
import { closeGrant, issueGrant } from './grants/grant-routes.ts';
import { listGrants } from './grants/list-grants.ts';
import { listDispatches, readDispatch } from './dispatch/list-dispatches.ts';
import { readDispatchNotice, readDispatchPaper, readReceiptPhotograph } from './dispatch/paper-routes.ts';
import { keepFileAtSchool, prepareDispatches } from './dispatch/prepare-routes.ts';
import { readReceiptAsset, readReceiptPage } from './dispatch/receipt-page.ts';
import { readSlip, reportReceipt } from './dispatch/receipt-routes.ts';
import { recordOutcome, reissueDispatchSlip, sendDispatch } from './dispatch/record-routes.ts';
import { readDispatchTimeline } from './dispatch/timeline-route.ts';
import { importTracking } from './dispatch/tracking-route.ts';
import { docsRoutes } from './docs/docs-routes.ts';
import type { Route } from './http/route.ts';
import { readPublishedKeys } from './keys/published-keys-route.ts';
import { readOfflineKeys } from './offline/key-routes.ts';
import { listPublishedLists, readPublishedList } from './offline/list-routes.ts';
import { readOfflineAsset, readOfflinePage, readOfflineWorker } from './offline/page-routes.ts';
import { listNotifications, readNotification } from './notifications/notification-routes.ts';
import { listFailedNotifications, resendNotification } from './operation/failed-notifications.ts';
import { readHealth } from './operation/health.ts';
import { listStuck } from './operation/stuck-graduates.ts';
import { listReviews } from './registration/review-queue.ts';
import { decideReview } from './registration/review-route.ts';
import { requestVoid, submitSection, withdrawSubmission } from './registration/submission-routes.ts';
import { readGrantStatement, readStatementPreview, readTransferStatement } from './statements/statement-routes.ts';
import { readRoster, uploadRoster } from './roster/roster-routes.ts';
import { countSchools } from './statistics/school-counts.ts';
import { issueTransferNumber } from './transfer-numbers/transfer-number-routes.ts';
import { checkReceipt, issueReceipt } from './verification/receipt-routes.ts';
import { readVerificationAsset, readVerificationModule, readVerificationPage } from './verification/verification-page.ts';
import { verify } from './verification/verify-route.ts';

/** Every route of the application, in the order of the OpenAPI document. */
const always: readonly Route[] = [
  beginSignIn, finishSignIn, beginProofing, signInAsStaff, signOut, beginSecondFactor, confirmSecondFactor, readMe, chooseLanguage, readNotice, consent,
  listGraduates, readGraduate, checkBasicInformation, disputeBasicInformation, requestOriginCorrection, correctBasicInformation, listTickets, answerTicket,
  submitSection, withdrawSubmission, requestVoid, uploadEvidence, readEvidence, removeEvidence, listReviews, decideReview,
  confirm, dispute, retractDispute, listConfirmations,
  issueGrant, closeGrant, listGrants, issueTransferNumber,
  readGrantStatement, readTransferStatement, readStatementPreview, verify, issueReceipt, checkReceipt, readVerificationPage, readVerificationAsset, readVerificationModule, readPublishedKeys,
  readOfflineKeys, listPublishedLists, readPublishedList, readOfflinePage, readOfflineAsset, readOfflineWorker,
  listNotifications, readNotification, listLookups, chooseLookupNotice, listHistory, readCommand,
  readCalendar, setSchoolCalendar, uploadRoster, readRoster, countSchools, listStuck, listFailedNotifications, resendNotification, readHealth, readCodes, readRegions,
  prepareDispatches, keepFileAtSchool, importTracking, listDispatches, readDispatch, sendDispatch, recordOutcome, reissueDispatchSlip,
  readDispatchNotice, readDispatchPaper, readReceiptPhotograph, readDispatchTimeline, readSlip, reportReceipt, readReceiptPage, readReceiptAsset,
];

const inDevelopment: readonly Route[] = [readDevelopmentClock, moveDevelopmentClock];

/** The routes that an installation has. */
export function routesOf(config: Pick<Config, 'clock' | 'environment'>): readonly Route[] {
  const routes: readonly Route[] = [...always, ...(config.clock.development ? inDevelopment : []), ...docsRoutes(sessionCookieName(config), () => routes)];
  return routes;
}
