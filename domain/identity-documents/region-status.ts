/**
 * What is known of the first six digits of an ID number.
 * UNLISTED: the province exists, but neither today's list nor that of the 1990s has the county. Counties founded and abolished
 * in between are in no package we have (310119 南汇区, 2001 to 2009), and their people graduate now: warn, never refuse.
 */
export type IdRegionStatus = 'CURRENT' | 'RETIRED' | 'UNLISTED' | 'IMPOSSIBLE';

/** Handed in, because the region tables are too big for whatever bundles these checks. */
export type IdRegionLookup = (firstSixDigits: string) => IdRegionStatus;
