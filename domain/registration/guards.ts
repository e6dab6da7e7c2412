import type { GuardContext, Refusal } from '../decision/decision.ts';
import type { GraduateState } from '../graduate/graduate-state.ts';
import { isClosed } from './exceptions.ts';
import { findOpening } from './openings.ts';
import { findInReview, type SectionKind } from './section.ts';

/** May the graduate submit this section now? Undefined when yes (R6, R12, R55, R56, X5, X7, X16). */
export function refuseSubmission(state: GraduateState, section: SectionKind, context: GuardContext): Refusal | undefined {
  return (
    refuseClosedModule(state, section, context) ??
    (findOpening(state, section, context.now) ? undefined : refuseOutsideWindow(section, context)) ??
    (findInReview(state.sections[section]) ? { code: 'ALREADY_IN_REVIEW', clause: 'R14' } : undefined)
  );
}

/** Locks that belong to the module and not to the moment. */
export function refuseClosedModule(state: GraduateState, section: SectionKind, context: GuardContext): Refusal | undefined {
  const { pack } = context;
  if (state.ended) return { code: 'LIFECYCLE_ENDED', clause: 'X20' };
  if (state.basicCheck === 'PENDING') return { code: 'BASIC_INFORMATION_NOT_CHECKED', clause: 'R6' };
  if (state.basicCheck === 'DISPUTED') return { code: 'BASIC_INFORMATION_DISPUTED', clause: 'R6' };
  const absent = refuseAbsent(state, section);
  if (absent) return absent;
  if (section === 'HUKOU' && pack.hukouEditor.value === 'SCHOOL')
    return { code: 'HUKOU_EDITED_BY_SCHOOL', clause: pack.hukouEditor.clause };
  return refuseForEverybody(state, section, context);
}

/** Locks of a section that hold for the school too, when it acts for the graduate. */
export function refuseFixedSection(state: GraduateState, section: SectionKind, context: GuardContext): Refusal | undefined {
  if (state.ended) return { code: 'LIFECYCLE_ENDED', clause: 'X20' };
  return refuseAbsent(state, section) ?? refuseForEverybody(state, section, context);
}

function refuseAbsent({ basic }: GraduateState, section: SectionKind): Refusal | undefined {
  if (section === 'DOSSIER' && !basic.dossierInSchool) return { code: 'DOSSIER_NOT_IN_SCHOOL', clause: 'X16' };
  return section === 'HUKOU' && !basic.hukouInSchool ? { code: 'HUKOU_NOT_IN_SCHOOL', clause: 'R12' } : undefined;
}

function refuseForEverybody(state: GraduateState, section: SectionKind, context: GuardContext): Refusal | undefined {
  const { pack } = context;
  const fromProvince = state.sections[section].current?.source === 'PROVINCIAL_INTERFACE';
  if (fromProvince || pack.routes.value[section] === 'PROVINCIAL') return { code: 'MAINTAINED_IN_PROVINCE', clause: pack.routes.clause };
  return isClosed(state, section, context) ? { code: 'AFTER_CUTOFF', clause: pack.cutoff.clause } : undefined;
}

/** When the graduate's own submissions end: the close of the window, departure or cutoff, whichever is first (R55, R56, X7). */
export function submissionsEnd({ pack, windows }: GuardContext): number {
  const { registrationClosesAt, departureAt, cutoffAt } = windows;
  const byPack = pack.graduateMaySubmitUntil.value === 'DEPARTURE' ? departureAt : cutoffAt;
  return Math.min(registrationClosesAt ?? Infinity, byPack, cutoffAt);
}

/** May the graduate not submit at this moment, whatever stands in the section? */
export function refuseOutsideWindow(section: SectionKind, { pack, now, windows }: GuardContext): Refusal | undefined {
  if (windows.registrationOpensAt !== null && now < windows.registrationOpensAt) return { code: 'WINDOW_NOT_OPEN', clause: 'R56' };
  const closesAt = section === 'DOSSIER' ? (windows.dossierClosesAt ?? windows.registrationClosesAt) : windows.registrationClosesAt;
  if (closesAt !== null && now >= closesAt) return { code: 'WINDOW_CLOSED', clause: 'R56' };
  if (pack.graduateMaySubmitUntil.value === 'DEPARTURE' && now >= windows.departureAt) {
    return { code: 'AFTER_DEPARTURE', clause: pack.graduateMaySubmitUntil.clause };
  }
  // An exception is the school's; the graduate needs an opening as well.
  return now >= windows.cutoffAt ? { code: 'AFTER_CUTOFF', clause: pack.cutoff.clause } : undefined;
}
