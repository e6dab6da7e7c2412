import type { CodeEntry } from '../codes/code-list.ts';
import { entityNameLabel } from '../codes/destination-facts.ts';
import { destinationSubtypes } from '../codes/destination-subtypes.ts';
import { destinations } from '../codes/destinations.ts';
import { employerNatures } from '../codes/employer-natures.ts';
import { industries } from '../codes/industries.ts';
import { jobCategories } from '../codes/job-categories.ts';
import { transferTypes } from '../codes/transfer-types.ts';
import { regionName } from '../regions/regions.ts';
import type { Bilingual } from '../text/language.ts';
import { fieldWords } from './field-words.ts';
import type { SectionContent } from './section.ts';

interface Named {
  find(code: string): CodeEntry | undefined;
}

/** The list behind each field that holds a code; no two sections use one name for different things. */
const lists: Readonly<Record<string, Named>> = {
  code: destinations,
  subtype: destinationSubtypes,
  industry: industries,
  nature: employerNatures,
  jobCategory: jobCategories,
  type: transferTypes,
};
const regions: readonly string[] = ['entityRegion', 'region'];

const same = (text: string): Bilingual => ({ zh: text, en: text });

/** A value as people read it: codes and regions by their names; null for what was left empty. */
export function valueWords(field: string, value: unknown): Bilingual | null {
  if (typeof value !== 'string' || value === '') return null;
  if (regions.includes(field)) return same(regionName(value) ?? value);
  const entry = lists[field]?.find(value);
  return entry ? { zh: entry.zh, en: entry.en } : same(value);
}

/** What a field is called in this content: that of the receiving entity is named after the destination (F6). */
export function labelWords(field: string, content: SectionContent): Bilingual {
  const destination = destinations.find(String(content['code']));
  if (field !== 'entityName' || destination === undefined) return fieldWords(field);
  return {
    zh: entityNameLabel(destination.code, 'zh') ?? fieldWords(field).zh,
    en: entityNameLabel(destination.code, 'en') ?? fieldWords(field).en,
  };
}

/** Names of the fields in the order in which people read them, that of the forms (R17, R23). */
export const fieldOrder = [
  'type',
  'code',
  'subtype',
  'entityName',
  'unitName',
  'abroadName',
  'creditCode',
  'nature',
  'industry',
  'jobCategory',
  'entityRegion',
  'region',
  'entityAddress',
  'address',
  'postcode',
  'contact',
  'phone',
  'startDate',
  'note',
] as const;
