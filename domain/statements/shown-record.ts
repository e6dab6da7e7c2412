import type { BasicInformation } from '../graduate/basic-information.ts';
import type { SectionContent, SectionKind } from '../registration/section.ts';

/** What a statement and its verification show: the record as it was when the number was issued (X24). */
export interface ShownRecord {
  readonly schoolName: string;
  readonly basic: BasicInformation;
  readonly destination: SectionContent | null;
  readonly dossier: SectionContent | null;
  readonly hukou: SectionContent | null;
}

/** What of a graduate-year is shown: any state of one has it. */
export interface Showable {
  readonly schoolName: string;
  readonly basic: BasicInformation;
  readonly sections: Readonly<Record<SectionKind, { readonly current: { readonly content: SectionContent } | null }>>;
}

export function shownRecordOf({ schoolName, basic, sections }: Showable): ShownRecord {
  return {
    schoolName,
    basic,
    destination: sections.DESTINATION.current?.content ?? null,
    dossier: sections.DOSSIER.current?.content ?? null,
    hukou: sections.HUKOU.current?.content ?? null,
  };
}
