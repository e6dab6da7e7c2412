import { assertNever } from '../assert-never.ts';
import { can, type Jurisdiction, type Right } from './rights.ts';
import type { Role } from './role.ts';

/** A role as somebody holds it: where it counts. Places that play no part are null. */
export interface Holding {
  readonly role: Role;
  readonly provinceCode: string | null;
  readonly schoolId: string | null;
  readonly collegeId: string | null;
}

/** What a jurisdiction asks about a graduate-year. */
export interface Whereabouts {
  readonly accountId: string | null;
  readonly counsellorId: string | null;
  readonly collegeId: string | null;
  readonly schoolId: string;
  readonly provinceCode: string;
}

/** A holding that carries a right, and how far. */
export interface Entitlement {
  readonly holding: Holding;
  readonly jurisdiction: Jurisdiction;
}

/** Every holding of a person that carries the right, in the order in which they are held. */
export function entitlementsOf(holdings: readonly Holding[], right: Right): Entitlement[] {
  return holdings.flatMap((holding) => {
    const jurisdiction = can(holding.role, right);
    return jurisdiction === undefined ? [] : [{ holding, jurisdiction }];
  });
}

/** True when the graduate-year lies inside. A place that is missing on either side is outside. */
export function isWithin({ holding, jurisdiction }: Entitlement, accountId: string, target: Whereabouts): boolean {
  switch (jurisdiction) {
    case 'SELF':
      return target.accountId === accountId;
    case 'CLASS':
      return target.counsellorId === accountId && target.schoolId === holding.schoolId;
    case 'COLLEGE':
      return holding.collegeId !== null && target.collegeId === holding.collegeId;
    case 'SCHOOL':
      return holding.schoolId !== null && target.schoolId === holding.schoolId;
    case 'PROVINCE':
      return holding.provinceCode !== null && target.provinceCode === holding.provinceCode;
    case 'ALL':
      return true;
    default:
      return assertNever(jurisdiction);
  }
}
