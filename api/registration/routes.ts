import type { Route } from '../http/route.ts';
import { claimNextReviews, claimReview, releaseReview } from './claim-routes.ts';
import { decideReviews } from './decide-many-route.ts';
import { enterSection, enterVoid, withdrawEntry } from './entry-routes.ts';
import { answerException, listExceptions, requestException } from './exception-routes.ts';
import { requestOpening } from './opening-request-route.ts';
import { closeOpening, openSection } from './opening-routes.ts';
import { previewSubmission } from './preview-submission.ts';
import { listReviews } from './review-queue.ts';
import { decideReview } from './review-route.ts';
import { requestVoid, submitSection, withdrawSubmission } from './submission-routes.ts';
import { listVersions } from './version-routes.ts';

export const registrationRoutes: readonly Route[] = [
  submitSection,
  previewSubmission,
  listVersions,
  withdrawSubmission,
  requestVoid,
  listReviews,
  decideReview,
  decideReviews,
  claimReview,
  releaseReview,
  claimNextReviews,
  enterSection,
  enterVoid,
  withdrawEntry,
  requestOpening,
  openSection,
  closeOpening,
  requestException,
  answerException,
  listExceptions,
];
