/** Shown to the graduate alone (R25, R36): never assign one kind to the other. */
export type VerificationNumber = string & { readonly kind: 'VERIFICATION' };

/** Shown to college and school alone (R36). */
export type TransferNumber = string & { readonly kind: 'TRANSFER' };

/** Two digits of the graduation year and five of the school come first (rules, section 8). */
export const schoolPartLength = 7;

/** Random characters and groups (for reading aloud) of each kind; the check character is the last of the last group. */
export const numberFormats = {
  VERIFICATION: { length: 15, randomLength: 7, groups: [2, 5, 4, 4] },
  TRANSFER: { length: 18, randomLength: 10, groups: [2, 5, 4, 4, 3] },
} as const;

/** Which number it is. */
export type NumberKind = keyof typeof numberFormats;

/** The kind that has this length, if any has. */
export function kindOfLength(length: number): NumberKind | undefined {
  if (length === numberFormats.VERIFICATION.length) return 'VERIFICATION';
  return length === numberFormats.TRANSFER.length ? 'TRANSFER' : undefined;
}
