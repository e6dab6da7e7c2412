import { basicFieldWords } from '../../domain/graduate/basic-field-words.ts';
import { regionName } from '../../domain/regions/regions.ts';
import { useBilingual } from '../text/words.ts';
import { basicCodes, basicFields, type BasicFieldName } from './basic-codes.ts';
import type { OwnGraduate } from './own-graduate.ts';
import { useGraduateWords } from './words.ts';

/** The basic information with the names of its codes; what is not given is left out. */
export function BasicFacts({ basic }: { readonly basic: OwnGraduate['basic'] }) {
  const inWords = useBilingual();
  const say = useGraduateWords();
  const textOf = (field: BasicFieldName): string => {
    const value = basic[field];
    if (typeof value === 'boolean') return say(value ? 'yes' : 'no');
    if (value === null) return '';
    if (field === 'originRegion') return regionName(value) ?? value;
    const entry = basicCodes[field]?.find(value);
    return entry ? inWords(entry) : value;
  };
  return <dl className="facts pairs">{basicFields.filter((field) => textOf(field) !== '').map((field) =>
    <div key={field}><dt>{inWords(basicFieldWords[field])}</dt><dd>{textOf(field)}</dd></div>)}</dl>;
}
