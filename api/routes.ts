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
import { makeExport, readExport, readExportFile } from './exports/export-routes.ts';
import { correctMany } from './graduate/correct-many.ts';
import { previewRemoval, removeGraduate } from './graduate/removal-routes.ts';
import { readGraduate } from './graduate/graduate-routes.ts';
import { listGraduates } from './graduate/list-graduates.ts';
import { previewCorrections } from './graduate/preview-correction.ts';
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
import { claimNextReviews, claimReview, releaseReview } from './registration/claim-routes.ts';
import { decideReviews } from './registration/decide-many-route.ts';
import { enterSection, enterVoid, withdrawEntry } from './registration/entry-routes.ts';
import { answerException, listExceptions, requestException } from './registration/exception-routes.ts';
import { closeOpening, openSection } from './registration/opening-routes.ts';
import { listReviews } from './registration/review-queue.ts';
import { decideReview } from './registration/review-route.ts';
import { requestVoid, submitSection, withdrawSubmission } from './registration/submission-routes.ts';
import { exportChaseList } from './progress/chase-list.ts';
import { readProgress } from './progress/class-progress.ts';
import { remindGraduates } from './progress/remind-route.ts';
import { readGrantStatement, readStatementPreview, readTransferStatement } from './statements/statement-routes.ts';
import { confirmRosterHeadings, readRosterHeadings } from './roster/heading-routes.ts';
import { mendRoster } from './roster/mend-roster.ts';
import { listRosters, readRoster } from './roster/read-rosters.ts';
import { downloadRosterReport } from './roster/roster-report.ts';
import { listRosterRows } from './roster/roster-rows.ts';
import { decideRosterSections } from './roster/section-decision.ts';
import { cancelRoster, commitRoster } from './roster/step-routes.ts';
import { previewRosterUndo, undoRoster } from './roster/undo-roster.ts';
import { uploadRoster } from './roster/upload-roster.ts';
import { listNumerator, listStatistics, publishStatistic } from './statistics/figure-routes.ts';
import { countSchools } from './statistics/school-counts.ts';
import { cancelTransferNumberBatch, issueTransferNumbers, readTransferNumberBatch } from './transfer-numbers/batch-routes.ts';
import { listTransferNumberSkips } from './transfer-numbers/batch-skips.ts';
import { listTransferNumbers } from './transfer-numbers/list-transfer-numbers.ts';
import { issueTransferNumber } from './transfer-numbers/transfer-number-routes.ts';
import { checkReceipt, issueReceipt } from './verification/receipt-routes.ts';
import { readVerificationAsset, readVerificationModule, readVerificationPage } from './verification/verification-page.ts';
import { verify } from './verification/verify-route.ts';

/** Every route of the application, in the order of the OpenAPI document. */
const always: readonly Route[] = [
  beginSignIn, finishSignIn, beginProofing, signInAsStaff, signOut, beginSecondFactor, confirmSecondFactor, readMe, chooseLanguage, readNotice, consent,
  listGraduates, readGraduate, checkBasicInformation, disputeBasicInformation, requestOriginCorrection, correctBasicInformation, correctMany, previewCorrections, listTickets, answerTicket,
  readProgress, exportChaseList, remindGraduates,
  submitSection, withdrawSubmission, requestVoid, uploadEvidence, readEvidence, removeEvidence, listReviews, decideReview, decideReviews,
  claimReview, releaseReview, claimNextReviews, enterSection, enterVoid, withdrawEntry, openSection, closeOpening, requestException, answerException, listExceptions,
  confirm, dispute, retractDispute, listConfirmations,
  issueGrant, closeGrant, listGrants, issueTransferNumber, issueTransferNumbers, readTransferNumberBatch, cancelTransferNumberBatch, listTransferNumberSkips, listTransferNumbers,
  makeExport, readExport, readExportFile,
  readGrantStatement, readTransferStatement, readStatementPreview, verify, issueReceipt, checkReceipt, readVerificationPage, readVerificationAsset, readVerificationModule, readPublishedKeys,
  readOfflineKeys, listPublishedLists, readPublishedList, readOfflinePage, readOfflineAsset, readOfflineWorker,
  listNotifications, readNotification, listLookups, chooseLookupNotice, listHistory, readCommand,
  readCalendar, setSchoolCalendar, uploadRoster, listRosters, readRoster, listRosterRows, downloadRosterReport, readRosterHeadings, confirmRosterHeadings, mendRoster, commitRoster, cancelRoster,
  decideRosterSections, previewRosterUndo, undoRoster, previewRemoval, removeGraduate, countSchools, publishStatistic, listStatistics, listNumerator, listStuck, listFailedNotifications, resendNotification, readHealth, readCodes, readRegions,
  prepareDispatches, keepFileAtSchool, importTracking, listDispatches, readDispatch, sendDispatch, recordOutcome, reissueDispatchSlip,
  readDispatchNotice, readDispatchPaper, readReceiptPhotograph, readDispatchTimeline, readSlip, reportReceipt, readReceiptPage, readReceiptAsset,
];

const inDevelopment: readonly Route[] = [readDevelopmentClock, moveDevelopmentClock];

/** The routes that an installation has. */
export function routesOf(config: Pick<Config, 'clock' | 'environment'>): readonly Route[] {
  const routes: readonly Route[] = [...always, ...(config.clock.development ? inDevelopment : []), ...docsRoutes(sessionCookieName(config), () => routes)];
  return routes;
}
