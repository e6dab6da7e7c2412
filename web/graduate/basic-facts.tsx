import { academicStatuses } from '../../domain/codes/academic-statuses.ts';
import { educationLevels } from '../../domain/codes/education-levels.ts';
import { ethnicities } from '../../domain/codes/ethnicities.ts';
import { genders } from '../../domain/codes/genders.ts';
import { hardshipCategories } from '../../domain/codes/hardship-categories.ts';
import { identityDocumentTypes } from '../../domain/codes/identity-document-types.ts';
import { normalStudentCategories } from '../../domain/codes/normal-student-categories.ts';
import { politicalStatuses } from '../../domain/codes/political-statuses.ts';
import { trainingModes } from '../../domain/codes/training-modes.ts';
import { urbanRurals } from '../../domain/codes/urban-rural.ts';
import { basicFieldWords } from '../../domain/graduate/basic-field-words.ts';
import type { Bilingual } from '../../domain/text/language.ts';
import { RegionName } from '../registration/region-name.tsx';
import { useBilingual } from '../text/words.ts';
import type { OwnGraduate } from './own-graduate.ts';
import { useGraduateWords } from './words.ts';

type Basic = OwnGraduate['basic'];
type Names = { readonly find: (code: string) => Bilingual | undefined };

const lists: Readonly<Partial<Record<keyof Basic, Names>>> = {
  academicStatus: academicStatuses, educationLevel: educationLevels, ethnicity: ethnicities, gender: genders, hardship: hardshipCategories, idType: identityDocumentTypes,
  normalCategory: normalStudentCategories, politicalStatus: politicalStatuses, trainingMode: trainingModes, urbanRural: urbanRurals,
};

export const basicFields = Object.keys(basicFieldWords) as (keyof typeof basicFieldWords)[];

/** The basic information with the names of its codes; what is not given is left out. */
export function BasicFacts({ basic }: { readonly basic: Basic }) {
  const inWords = useBilingual();
  const say = useGraduateWords();
  const textOf = (field: keyof Basic): string => {
    const value = basic[field];
    if (typeof value === 'boolean') return say(value ? 'yes' : 'no');
    if (value === null) return '';
    const entry = lists[field]?.find(value);
    return entry ? inWords(entry) : value;
  };
  return <dl className="facts">{basicFields.filter((field) => textOf(field) !== '').map((field) =>
    <div key={field}><dt>{inWords(basicFieldWords[field])}</dt><dd>{field === 'originRegion' ? <RegionName code={basic.originRegion} /> : textOf(field)}</dd></div>)}</dl>;
}
