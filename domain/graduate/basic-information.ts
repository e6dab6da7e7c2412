/** Basic information: R8 and the later columns of the roster (届, document type, class, counsellor). */
export interface BasicInformation {
  readonly candidateNo: string;
  readonly name: string;
  readonly idType: string;
  /** Blind index of the document number: the domain compares, it never needs the number. */
  readonly idNumberIndex: string;
  readonly gender: string;
  readonly ethnicity: string;
  readonly politicalStatus: string;
  readonly educationLevel: string;
  readonly trainingMode: string;
  readonly targetUnit: string | null;
  readonly major: string;
  readonly majorCode: string | null;
  readonly schoolingYears: string;
  readonly studentNo: string;
  readonly originRegion: string;
  readonly urbanRural: string | null;
  /** yyyyMM */
  readonly enrolledAt: string;
  /** yyyyMM */
  readonly graduatedAt: string;
  readonly dossierInSchool: boolean;
  readonly hukouInSchool: boolean;
  readonly phone: string | null;
  readonly email: string | null;
  readonly academicStatus: string;
  readonly normalCategory: string | null;
  readonly hardship: string | null;
  readonly className: string | null;
}

export type BasicField = keyof BasicInformation;

/** Phone and mail belong to the graduate's sign-in account (R7); everything else is the school's to correct. */
export const graduateOwnedFields: readonly BasicField[] = ['phone', 'email'];

/** First gate (R6). DISPUTED keeps it closed until the school has answered the ticket. */
export type BasicCheck = 'PENDING' | 'CHECKED' | 'DISPUTED';

export const basicCheckTransitions = {
  PENDING: ['CHECKED', 'DISPUTED'],
  CHECKED: [],
  DISPUTED: ['PENDING'],
} as const satisfies Record<BasicCheck, readonly BasicCheck[]>;
