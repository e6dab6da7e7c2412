import { useId } from 'react';
import { useBilingual } from '../text/words.ts';
import { RegionPicker } from './region-picker.tsx';
import type { FormField } from './section-fields.ts';
import { useRegistrationWords } from './words.ts';

interface Props {
  readonly field: FormField;
  readonly value: string;
  readonly problem?: string;
  readonly onChange: (value: string) => void;
}

/** One field with its label, what is wrong with it, and the control that suits a telephone. */
export function FormFieldView({ field, value, problem, onChange }: Props) {
  const say = useRegistrationWords();
  const inWords = useBilingual();
  const id = useId();
  const problemId = `${id}-problem`;
  const invalid = problem !== undefined;
  const shared = { id, 'aria-invalid': invalid, 'aria-describedby': invalid ? problemId : undefined, 'aria-required': field.required };
  const label = inWords(field.words);
  return (
    <div className="field">
      <label htmlFor={id}>
        {label}
        {!field.required && <span className="soft"> ({say('optional')})</span>}
      </label>
      {field.kind === 'CODE' && (
        <select {...shared} value={value} onChange={({ target }) => onChange(target.value)}>
          <option value="">{say('choose')}</option>
          {field.options?.map((entry) => (
            <option key={entry.code} value={entry.code}>
              {inWords(entry)}
            </option>
          ))}
        </select>
      )}
      {field.kind === 'REGION' && (
        <RegionPicker
          id={id}
          label={label}
          value={value}
          onChange={onChange}
          invalid={invalid}
          describedBy={invalid ? problemId : undefined}
        />
      )}
      {field.kind === 'LONG_TEXT' && (
        <textarea {...shared} rows={3} maxLength={200} value={value} onChange={({ target }) => onChange(target.value)} />
      )}
      {(field.kind === 'TEXT' || field.kind === 'UNIT') && (
        <input {...shared} maxLength={200} value={value} onChange={({ target }) => onChange(target.value)} />
      )}
      {field.kind === 'PHONE' && (
        <input {...shared} type="tel" maxLength={40} value={value} onChange={({ target }) => onChange(target.value)} />
      )}
      {field.kind === 'DATE' && <input {...shared} type="date" value={value} onChange={({ target }) => onChange(target.value)} />}
      {invalid && (
        <p className="field-problem" id={problemId}>
          {problem}
        </p>
      )}
    </div>
  );
}
