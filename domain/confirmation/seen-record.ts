import type { BasicInformation } from '../graduate/basic-information.ts';
import type { GraduateState } from '../graduate/graduate-state.ts';
import type { SectionKind } from '../registration/section.ts';

/** What of the basic information a confirmation rests on (X12). */
export type SeenIdentity = Pick<BasicInformation, 'name' | 'idType' | 'idNumberIndex' | 'graduatedAt'>;

/** To what a confirmation was given: whose record, and which version of each section (R23). */
export interface SeenRecord {
  readonly identity: SeenIdentity;
  readonly versions: Readonly<Record<SectionKind, string | null>>;
}

export function seenRecordOf({ basic: { name, idType, idNumberIndex, graduatedAt }, sections }: GraduateState): SeenRecord {
  return {
    identity: { name, idType, idNumberIndex, graduatedAt },
    versions: {
      DESTINATION: sections.DESTINATION.current?.id ?? null,
      DOSSIER: sections.DOSSIER.current?.id ?? null,
      HUKOU: sections.HUKOU.current?.id ?? null,
    },
  };
}
