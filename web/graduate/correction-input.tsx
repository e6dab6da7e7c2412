import { useId } from 'react';
import { basicFieldWords } from '../../domain/graduate/basic-field-words.ts';
import { RegionPicker } from '../registration/region-picker.tsx';
import { useBilingual } from '../text/words.ts';
import { basicCodes } from './basic-codes.ts';
import { useCorrectionWords } from './correction-words.ts';
import { kindOf, type CorrectableField } from './correction.ts';
import { useGraduateWords } from './words.ts';

interface Props {
  readonly field: CorrectableField;
  readonly value: string;
  readonly problem?: string;
  readonly onChange: (value: string) => void;
  readonly onDrop: () => void;
}

/** One field that is to be corrected, and the way to leave it as it is. */
export function CorrectionInput({ field, value, problem, onChange, onDrop }: Props) {
  const say = useCorrectionWords();
  const graduate = useGraduateWords();
  const inWords = useBilingual();
  const id = useId();
  const [label, kind, problemId] = [inWords(basicFieldWords[field]), kindOf(field), `${id}-problem`];
  const shared = { id, 'aria-invalid': problem !== undefined, 'aria-describedby': problem === undefined ? undefined : problemId };
  const options =
    kind === 'YES_NO'
      ? [
          ['true', graduate('yes')],
          ['false', graduate('no')],
        ]
      : (basicCodes[field]?.entries.map((entry) => [entry.code, inWords(entry)]) ?? []);
  return (
    <div className="field">
      <span className="field-head">
        <label htmlFor={id}>
          {label}
          {kind === 'MONTH' && ` (${say('month')})`}
        </label>
        <button type="button" className="link-button" onClick={onDrop}>
          {say('dropOne')}
          <span className="visually-hidden">“{label}”</span>
        </button>
      </span>
      {(kind === 'CODE' || kind === 'YES_NO') && (
        <select {...shared} value={value} onChange={({ target }) => onChange(target.value)}>
          <option value="" />
          {options.map(([code, name]) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
      )}
      {kind === 'REGION' && (
        <RegionPicker
          id={id}
          label={label}
          value={value}
          onChange={onChange}
          invalid={problem !== undefined}
          describedBy={problem === undefined ? undefined : problemId}
        />
      )}
      {(kind === 'TEXT' || kind === 'MONTH') && (
        <input
          {...shared}
          maxLength={100}
          inputMode={kind === 'MONTH' ? 'numeric' : undefined}
          autoComplete="off"
          value={value}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
      {problem !== undefined && (
        <span className="field-problem" id={problemId}>
          {problem}
        </span>
      )}
    </div>
  );
}
