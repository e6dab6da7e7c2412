import { destinationEvidence } from './destination-evidence.ts';
import { getDestination, type DestinationCode } from './destinations.ts';
import type { EmployerNature } from './employer-natures.ts';
import { entityLabelName } from './entity-labels.ts';
import type { Bilingual, Language } from '../text/language.ts';

/** 升学 within China: what the 升学 transfer types of dossier and hukou presuppose. */
export const studyCodes = ['80', '801', '802'] as const satisfies readonly DestinationCode[];

/** Going abroad: asks for the foreign name of the institution, and no social credit code. */
export const abroadCode = '85' satisfies DestinationCode;

/** True for 80, 801, 802. */
export function isStudy(code: DestinationCode): boolean {
  return getDestination(code).kind === 'STUDY';
}

/** True for 85. */
export function isAbroad(code: DestinationCode): boolean {
  return getDestination(code).kind === 'ABROAD';
}

/** True for all but 70, 71, 72: an employer, a school, a programme, an office or at least the work itself is named. */
export function requiresEntityName(code: DestinationCode): boolean {
  return getDestination(code).entityLabel !== null;
}

/** How the field for the entity is called; undefined where there is none. */
export function entityNameLabel(code: DestinationCode, language: Language): string | undefined {
  const { entityLabel } = getDestination(code);
  return entityLabel === null ? undefined : entityLabelName(entityLabel, language);
}

/** True where an employer stands behind the destination: nature, industry, region and job category belong to it. */
export function requiresEmployerFields(code: DestinationCode): boolean {
  return getDestination(code).kind === 'EMPLOYMENT';
}

/** Hong Kong, Macao and Taiwan have no 统一社会信用代码; a region that is not given yet is taken for the mainland. */
export const isInMainland = (region: string | null): boolean => !/^(71|81|82)/.test(region ?? '');

export interface EmployerFacts {
  /** False for Hong Kong, Macao, Taiwan and abroad, where nobody has such a code. */
  readonly inMainland: boolean;
  readonly employerNature?: EmployerNature;
}

/**
 * Whether a 统一社会信用代码 must be given: for employment in the mainland, unless the employer is the army (nature 40),
 * which has none. Programmes, offices, founders, freelancers and schools may leave it out; a code that is given is checked.
 */
export function requiresCreditCode(code: DestinationCode, { inMainland, employerNature }: EmployerFacts): boolean {
  return requiresEmployerFields(code) && inMainland && employerNature !== '40';
}

/** What to show as accepted evidence; undefined where none is needed. */
export function evidenceFor(code: DestinationCode): Bilingual | undefined {
  return destinationEvidence[code];
}
