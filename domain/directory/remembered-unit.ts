import type { SectionContent, SectionKind } from '../registration/section.ts';

/** What an approved section says about a unit. */
export interface RememberedUnit {
  readonly name: string;
  readonly region: string;
  readonly address: string | null;
  readonly postcode: string | null;
  readonly contact: string | null;
  readonly phone: string | null;
}

const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

/** The unit that a section names: of a dossier where it goes, of a destination its employer or school. */
export function rememberedUnit(section: SectionKind, content: SectionContent): RememberedUnit | undefined {
  if (section === 'HUKOU') return undefined;
  const isDossier = section === 'DOSSIER';
  const [name, region, address] = (
    isDossier ? [content.unitName, content.region, content.address] : [content.entityName, content.entityRegion, content.entityAddress]
  ).map(textOf);
  if (!name || !region) return undefined;
  const detail = (field: string): string | null => (isDossier ? textOf(content[field]) : null);
  return { name, region, address: address ?? null, postcode: detail('postcode'), contact: detail('contact'), phone: detail('phone') };
}
