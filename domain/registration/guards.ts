import type { GuardContext, Refusal } from '../decision/decision.ts';
import type { GraduateState } from '../graduate/graduate-state.ts';
import { findInReview, type SectionKind } from './section.ts';

/** May the graduate submit this section now? Undefined when yes (R6, R12, R55, R56, X5, X7, X16). */
export function refuseSubmission(state: GraduateState, section: SectionKind, context: GuardContext): Refusal | undefined {
  return (
    refuseClosedModule(state, section, context) ??
    refuseOutsideWindow(section, context) ??
    (findInReview(state.sections[section]) ? { code: 'ALREADY_IN_REVIEW', clause: 'R14' } : undefined)
  );
}

/** Locks that belong to the module and not to the moment. */
export function refuseClosedModule(state: GraduateState, section: SectionKind, { pack, now, windows }: GuardContext): Refusal | undefined {
  if (state.ended) return { code: 'LIFECYCLE_ENDED', clause: 'X20' };
  if (state.basicCheck === 'PENDING') return { code: 'BASIC_INFORMATION_NOT_CHECKED', clause: 'R6' };
  if (state.basicCheck === 'DISPUTED') return { code: 'BASIC_INFORMATION_DISPUTED', clause: 'R6' };
  if (section === 'DOSSIER' && !state.basic.dossierInSchool) return { code: 'DOSSIER_NOT_IN_SCHOOL', clause: 'X16' };
  if (section === 'HUKOU' && !state.basic.hukouInSchool) return { code: 'HUKOU_NOT_IN_SCHOOL', clause: 'R12' };
  if (section === 'HUKOU' && pack.hukouEditor.value === 'SCHOOL') return { code: 'HUKOU_EDITED_BY_SCHOOL', clause: pack.hukouEditor.clause };
  const fromProvince = state.sections[section].current?.source === 'PROVINCIAL_INTERFACE';
  if (fromProvince || pack.routes.value[section] === 'PROVINCIAL') return { code: 'MAINTAINED_IN_PROVINCE', clause: pack.routes.clause };
  if (now >= windows.cutoffAt) return { code: 'AFTER_CUTOFF', clause: pack.cutoff.clause };
  return undefined;
}

/** When the graduate's own submissions end: the close of the window, departure or cutoff, whichever is first (R55, R56, X7). */
export function submissionsEnd({ pack, windows }: GuardContext): number {
  const { registrationClosesAt, departureAt, cutoffAt } = windows;
  const byPack = pack.graduateMaySubmitUntil.value === 'DEPARTURE' ? departureAt : cutoffAt;
  return Math.min(registrationClosesAt ?? Infinity, byPack, cutoffAt);
}

function refuseOutsideWindow(section: SectionKind, { pack, now, windows }: GuardContext): Refusal | undefined {
  if (windows.registrationOpensAt !== null && now < windows.registrationOpensAt) return { code: 'WINDOW_NOT_OPEN', clause: 'R56' };
  const closesAt = section === 'DOSSIER' ? (windows.dossierClosesAt ?? windows.registrationClosesAt) : windows.registrationClosesAt;
  if (closesAt !== null && now >= closesAt) return { code: 'WINDOW_CLOSED', clause: 'R56' };
  if (pack.graduateMaySubmitUntil.value === 'DEPARTURE' && now >= windows.departureAt) {
    return { code: 'AFTER_DEPARTURE', clause: pack.graduateMaySubmitUntil.clause };
  }
  return undefined;
}
