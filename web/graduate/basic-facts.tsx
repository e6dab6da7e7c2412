import { basicFieldWords } from '../../domain/graduate/basic-field-words.ts';
import { RegionName } from '../registration/region-name.tsx';
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
    const entry = basicCodes[field]?.find(value);
    if (entry) return inWords(entry);
    return field === 'enrolledAt' || field === 'graduatedAt' ? `${value.slice(0, 4)}-${value.slice(4)}` : value;
  };
  return (
    <dl className="facts pairs">
      {basicFields
        .filter((field) => textOf(field) !== '')
        .map((field) => (
          <div key={field}>
            <dt>{inWords(basicFieldWords[field])}</dt>
            <dd>{field === 'originRegion' ? <RegionName code={basic.originRegion} /> : textOf(field)}</dd>
          </div>
        ))}
    </dl>
  );
}
