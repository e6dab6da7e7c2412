import { z } from 'zod';
import { maskIdentityNumber } from '../../domain/access/masking.ts';
import { identityDocumentTypes } from '../../domain/codes/identity-document-types.ts';
import type { SeenIdentity } from '../../domain/confirmation/seen-record.ts';
import { fieldOrder, labelWords, valueWords } from '../../domain/registration/content-words.ts';
import { fieldWords } from '../../domain/registration/field-words.ts';
import { changedFields } from '../../domain/registration/key-fields.ts';
import { SectionKind, sectionKinds, type SectionContent } from '../../domain/registration/section.ts';
import type { Bilingual } from '../../domain/text/language.ts';
import type { FieldCipher } from '../../infra/crypto/field-cipher.ts';
import { identityNumberContext } from '../../infra/identity/identity-index.ts';
import type { DetailedStanding } from '../graduate/read-graduate.ts';
import { Words } from '../http/problem.ts';

const Part = z.enum(['IDENTITY', ...SectionKind.options]);
const Line = z.object({ field: z.string(), words: Words, value: Words });

/** What a confirmation is about (R23), ready to be read. */
export const RegistrationPart = z.object({ part: Part, lines: z.array(Line) }).meta({ id: 'RegistrationPart' });

/** One field that is not what it was; null where there was or is nothing, or where only a digest of it is kept. */
export const ChangedLine = z
  .object({
    part: Part,
    field: z.string(),
    words: Words,
    before: Words.nullable(),
    after: Words.nullable(),
    key: z.boolean().meta({ description: 'Its change sends back to 未确认 (R21, X12)' }),
  })
  .meta({ id: 'ChangedLine' });
type ChangedLine = z.infer<typeof ChangedLine>;

/** The fields of the identity by the names under which they are shown; of the number a digest is compared. */
const identityFields = { name: 'name', idType: 'idType', idNumber: 'idNumberIndex', graduatedAt: 'graduatedAt' } as const satisfies Record<
  string,
  keyof SeenIdentity
>;
const shownNames = Object.keys(identityFields) as (keyof typeof identityFields)[];
const same = (text: string): Bilingual => ({ zh: text, en: text });

export function registrationParts(cipher: FieldCipher, { state, details }: DetailedStanding): z.infer<typeof RegistrationPart>[] {
  const number = same(maskIdentityNumber(cipher.open(details.idNumberSealed, identityNumberContext(state.id))));
  return [
    {
      part: 'IDENTITY',
      lines: shownNames.map((field) => ({ field, words: fieldWords(field), value: identityValue(state.basic, field) ?? number })),
    },
    ...sectionKinds.map((part) => ({ part, lines: linesOf(state.sections[part].current?.content ?? {}) })),
  ];
}

/** Field by field between what was confirmed last and what stands now. */
export function changesSince(
  { identity, contents }: { readonly identity: SeenIdentity; readonly contents: Readonly<Partial<Record<SectionKind, SectionContent>>> },
  { state, guard }: DetailedStanding,
): ChangedLine[] {
  const keys = guard.pack.keyFields.value;
  return [
    ...shownNames
      .filter((field) => identity[identityFields[field]] !== state.basic[identityFields[field]])
      .map((field): ChangedLine => ({
        part: 'IDENTITY',
        field,
        words: fieldWords(field),
        before: identityValue(identity, field),
        after: identityValue(state.basic, field),
        key: true,
      })),
    ...sectionKinds.flatMap((part) => {
      const [before, after] = [contents[part] ?? null, state.sections[part].current?.content ?? {}];
      return changedFields(before, after).map((field): ChangedLine => ({
        part,
        field,
        words: labelWords(field, after),
        before: valueWords(field, before?.[field]),
        after: valueWords(field, after[field]),
        key: keys[part].includes(field),
      }));
    }),
  ];
}

function linesOf(content: SectionContent): z.infer<typeof Line>[] {
  return fieldOrder.flatMap((field) => {
    const value = valueWords(field, content[field]);
    return value === null ? [] : [{ field, words: labelWords(field, content), value }];
  });
}

/** null for the number, of which only a digest is compared. */
function identityValue(identity: SeenIdentity, field: keyof typeof identityFields): Bilingual | null {
  switch (field) {
    case 'name':
      return same(identity.name);
    case 'graduatedAt':
      return same(`${identity.graduatedAt.slice(0, 4)}-${identity.graduatedAt.slice(4)}`);
    case 'idType':
      return identityDocumentTypes.find(identity.idType) ?? same(identity.idType);
    case 'idNumber':
      return null;
  }
}
