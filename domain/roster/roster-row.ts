import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { IdentityDocumentType } from '../codes/identity-document-type.ts';
import type { BasicInformation } from '../graduate/basic-information.ts';
import type { IdRegionLookup } from '../identity-documents/region-status.ts';
import type { SectionContent, SectionKind } from '../registration/section.ts';
import type { RosterField } from './columns.ts';
import type { Dialect } from './dialects.ts';
import type { RosterProblem } from './roster-problems.ts';
import type { SchoolDirectory } from './school-directory.ts';

/** Basic information as a roster gives it: the index of the document number is made where the keys are. */
export type RosterBasic = Omit<BasicInformation, 'idNumberIndex' | 'idType'> & { readonly idType: IdentityDocumentType };

/** One graduate of a roster, checked and in the record's own codes. */
export interface RosterRow {
  readonly cohort: number;
  readonly idNumber: string;
  readonly collegeId: string | null;
  readonly counsellorId: string | null;
  /** Columns that are filled: an update changes only what the sheet says. */
  readonly given: { has(field: RosterField): boolean };
  readonly basic: RosterBasic;
  /** Sections whose columns are filled (X19). */
  readonly sections: Readonly<Partial<Record<SectionKind, SectionContent>>>;
}

/** What a row is checked against. */
export interface RosterContext {
  readonly school: { readonly code: string; readonly name: string };
  readonly cohort: number;
  readonly today: CalendarDate;
  readonly regionStatus: IdRegionLookup;
  readonly directory: SchoolDirectory;
  /** NATIONAL unless given: rows of the others need not be whole. */
  readonly dialect?: Dialect;
}

/** A row without errors, or none; problems either way. */
export interface ParsedRow {
  readonly row: RosterRow | null;
  readonly problems: readonly RosterProblem[];
}
