import type { ReactNode } from 'react';
import type { SectionKind } from '../../domain/registration/section.ts';
import { FormFieldView } from './form-field.tsx';
import { fieldsOf, type Typed } from './section-fields.ts';
import { UnitSuggestions } from './unit-suggestions.tsx';

interface Props {
  readonly section: SectionKind;
  readonly typed: Typed;
  readonly problemOf: (field: string) => string | undefined;
  readonly onFill: (more: Typed) => void;
  /** What else stands below a field. */
  readonly below?: (field: string) => ReactNode;
}

/** The fields that the chosen category asks for; a unit is found in the directory or typed. */
export function SectionFieldsView({ section, typed, problemOf, onFill, below }: Props) {
  return fieldsOf(section, typed).map((field) => (
    <div key={field.name}>
      <FormFieldView
        field={field}
        value={typed[field.name] ?? ''}
        problem={problemOf(field.name)}
        onChange={(value) => onFill({ [field.name]: value })}
      />
      {below?.(field.name)}
      {field.kind === 'UNIT' && <UnitSuggestions text={typed.unitName ?? ''} region={typed.region ?? ''} onChoose={onFill} />}
    </div>
  ));
}
