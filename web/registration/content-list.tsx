import type { SectionKind } from '../../domain/registration/section.ts';
import { useBilingual } from '../text/words.ts';
import { RegionName } from './region-name.tsx';
import { fieldsOf, typedOf } from './section-fields.ts';

/** What a section says, codes with their names, in the order of the form. */
export function ContentList({ section, content }: { readonly section: SectionKind; readonly content: Readonly<Record<string, unknown>> }) {
  const inWords = useBilingual();
  const typed = typedOf(content);
  return (
    <dl className="facts pairs">
      {fieldsOf(section, typed)
        .filter(({ name }) => typed[name])
        .map((field) => {
          const value = typed[field.name] ?? '';
          const entry = field.options?.find(({ code }) => code === value);
          return (
            <div key={field.name}>
              <dt>{inWords(field.words)}</dt>
              <dd>{entry ? inWords(entry) : field.kind === 'REGION' ? <RegionName code={value} /> : value}</dd>
            </div>
          );
        })}
    </dl>
  );
}
