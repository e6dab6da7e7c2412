import type { CodeEntry } from '../../domain/codes/code-list.ts';
import {
  entityNameLabel,
  isAbroad,
  isInMainland,
  requiresCreditCode,
  requiresEmployerFields,
  requiresEntityName,
} from '../../domain/codes/destination-facts.ts';
import { subtypesOf } from '../../domain/codes/destination-subtypes.ts';
import { destinations } from '../../domain/codes/destinations.ts';
import { employerNatures } from '../../domain/codes/employer-natures.ts';
import { industries } from '../../domain/codes/industries.ts';
import { jobCategories } from '../../domain/codes/job-categories.ts';
import { transferTypes } from '../../domain/codes/transfer-types.ts';
import { fieldWords } from '../../domain/registration/field-words.ts';
import type { SectionKind } from '../../domain/registration/section.ts';
import type { Bilingual } from '../../domain/text/language.ts';

/** What is typed, by field; nothing is an empty text. */
export type Typed = Readonly<Record<string, string>>;

export interface FormField {
  readonly name: string;
  readonly words: Bilingual;
  readonly kind: 'CODE' | 'TEXT' | 'LONG_TEXT' | 'REGION' | 'DATE' | 'PHONE' | 'UNIT';
  readonly required: boolean;
  readonly options?: readonly CodeEntry[];
}

const field = (name: string, kind: FormField['kind'], required: boolean, more: Partial<FormField> = {}): FormField => ({
  name,
  kind,
  required,
  words: fieldWords(name),
  ...more,
});

/** The fields that a section asks for, given what is filled in so far (F2): the destination's change with its category. */
export function fieldsOf(section: SectionKind, typed: Typed): readonly FormField[] {
  switch (section) {
    case 'DESTINATION':
      return destinationFields(typed);
    case 'DOSSIER':
      return [
        field('type', 'CODE', true, { options: transferTypes.entries }),
        field('region', 'REGION', true),
        field('unitName', 'UNIT', true),
        field('address', 'TEXT', true),
        field('postcode', 'TEXT', false),
        field('contact', 'TEXT', false),
        field('phone', 'PHONE', false),
        field('note', 'LONG_TEXT', true),
      ];
    case 'HUKOU':
      return [
        field('type', 'CODE', true, { options: transferTypes.entries }),
        field('region', 'REGION', true),
        ...(typed.type === 'HOME' ? [] : [field('unitName', 'UNIT', true)]),
      ];
  }
}

function destinationFields(typed: Typed): readonly FormField[] {
  const code = field('code', 'CODE', true, { options: destinations.entries });
  const chosen = destinations.find(typed.code ?? '')?.code;
  if (chosen === undefined) return [code];
  const subtypes = subtypesOf(chosen);
  const employer = requiresEmployerFields(chosen);
  const nature = employerNatures.find(typed.nature ?? '')?.code;
  const name = { zh: entityNameLabel(chosen, 'zh') ?? '', en: entityNameLabel(chosen, 'en') ?? '' };
  return [
    code,
    ...(subtypes.length > 0 ? [field('subtype', 'CODE', false, { options: subtypes })] : []),
    ...(requiresEntityName(chosen) ? [field('entityName', 'TEXT', true, { words: name })] : []),
    ...(isAbroad(chosen) ? [field('abroadName', 'TEXT', false)] : []),
    ...(employer
      ? [
          field('nature', 'CODE', true, { options: employerNatures.entries }),
          field('industry', 'CODE', true, { options: industries.entries }),
          field('jobCategory', 'CODE', true, { options: jobCategories.entries }),
          field('entityRegion', 'REGION', true),
          field('entityAddress', 'TEXT', false),
          field(
            'creditCode',
            'TEXT',
            requiresCreditCode(chosen, { inMainland: isInMainland(typed.entityRegion ?? null), ...(nature && { employerNature: nature }) }),
          ),
        ]
      : []),
    ...(requiresEntityName(chosen) ? [field('startDate', 'DATE', false)] : []),
  ];
}

/** The content as the API takes it: of the fields that are shown, and only those that are filled in. */
export function contentOf(section: SectionKind, typed: Typed): Record<string, string> {
  return Object.fromEntries(
    fieldsOf(section, typed).flatMap(({ name }) => (typed[name] === undefined || typed[name].trim() === '' ? [] : [[name, typed[name]]])),
  );
}

/** What is in force, to begin a correction from (R15). */
export const typedOf = (content: Readonly<Record<string, unknown>>): Typed =>
  Object.fromEntries(Object.entries(content).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])));
