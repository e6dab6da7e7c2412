import { useState, type Ref } from 'react';
import { basicFieldWords } from '../../domain/graduate/basic-field-words.ts';
import { Field } from '../lists/field.tsx';
import { useBilingual } from '../text/words.ts';
import { useCorrectionWords } from './correction-words.ts';
import type { CorrectableField } from './correction.ts';

/** One more of the fields that are left; a list alone would add whatever the arrow keys pass. */
export function FieldChooser({
  left,
  onAdd,
  ref,
}: {
  readonly left: readonly CorrectableField[];
  readonly onAdd: (field: CorrectableField) => void;
  readonly ref: Ref<HTMLSelectElement>;
}) {
  const say = useCorrectionWords();
  const inWords = useBilingual();
  const [wanted, setWanted] = useState<CorrectableField>();
  const picked = left.find((field) => field === wanted) ?? left[0];
  return (
    <div className="toolbar">
      <Field label={say('add')}>
        <select ref={ref} value={picked} onChange={({ target }) => setWanted(target.value as CorrectableField)}>
          {left.map((field) => (
            <option key={field} value={field}>
              {inWords(basicFieldWords[field])}
            </option>
          ))}
        </select>
      </Field>
      <button
        type="button"
        className="plain-button"
        disabled={picked === undefined}
        onClick={() => {
          if (picked !== undefined) onAdd(picked);
        }}
      >
        {say('addOne')}
      </button>
    </div>
  );
}
