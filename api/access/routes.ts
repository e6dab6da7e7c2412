import type { Route } from '../http/route.ts';
import { beginProofing, beginSignIn } from './begin-sign-in.ts';
import { consent, readNotice } from './consent.ts';
import { finishSignIn } from './finish-sign-in.ts';
import { chooseLanguage, readMe } from './me.ts';
import { beginSecondFactor, confirmSecondFactor } from './second-factor-routes.ts';
import { signOut } from './sign-out.ts';
import { signInAsStaff } from './staff-sign-in-route.ts';

export const accessRoutes: readonly Route[] = [
  beginSignIn,
  finishSignIn,
  beginProofing,
  signInAsStaff,
  signOut,
  beginSecondFactor,
  confirmSecondFactor,
  readMe,
  chooseLanguage,
  readNotice,
  consent,
];
