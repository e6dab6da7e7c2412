import type { Route } from '../http/route.ts';
import { beginProofing, beginSignIn } from './begin-sign-in.ts';
import { endPost, givePost } from './post-routes.ts';
import { assignClass } from './class-route.ts';
import { changePassword } from './change-password.ts';
import { inviteStaff } from './invite-staff.ts';
import { listStaff } from './list-staff.ts';
import { lockStaff, unlockStaff } from './lock-routes.ts';
import { resetPassword, resetSecondFactor } from './reset-routes.ts';
import { readSchool } from './school-route.ts';
import { consent, readNotice } from './consent.ts';
import { finishSignIn } from './finish-sign-in.ts';
import { chooseLanguage, readMe } from './me.ts';
import { keepSavedFilters, readSavedFilters } from './saved-filter-routes.ts';
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
  changePassword,
  chooseLanguage,
  readSavedFilters,
  keepSavedFilters,
  readNotice,
  consent,
  readSchool,
  listStaff,
  inviteStaff,
  givePost,
  endPost,
  assignClass,
  lockStaff,
  unlockStaff,
  resetPassword,
  resetSecondFactor,
];
