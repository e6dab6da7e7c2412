import type { BasicInformation } from '../graduate/basic-information.ts';
import type { GraduateState } from '../graduate/graduate-state.ts';
import type { SectionContent } from '../registration/section.ts';

/** What a statement and its verification show: the record as it was when the number was issued (X24). */
export interface ShownRecord {
  readonly schoolName: string;
  readonly basic: BasicInformation;
  readonly destination: SectionContent | null;
  readonly dossier: SectionContent | null;
  readonly hukou: SectionContent | null;
}

export function shownRecordOf({ schoolName, basic, sections }: GraduateState): ShownRecord {
  return {
    schoolName, basic,
    destination: sections.DESTINATION.current?.content ?? null,
    dossier: sections.DOSSIER.current?.content ?? null,
    hukou: sections.HUKOU.current?.content ?? null,
  };
}
