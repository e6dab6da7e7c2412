import type { Route } from '../http/route.ts';
import { checkReceipt, issueReceipt } from './receipt-routes.ts';
import { readVerificationAsset, readVerificationPage } from './verification-page.ts';
import { verify } from './verify-route.ts';

export const verificationRoutes: readonly Route[] = [verify, issueReceipt, checkReceipt, readVerificationPage, readVerificationAsset];
