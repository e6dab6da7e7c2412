import { useEffect, useRef, type FormEvent, type ReactNode } from 'react';
import { fieldWords } from '../../domain/registration/field-words.ts';
import { ReturnReason, returnReasons } from '../../domain/registration/return-reason.ts';
import { useDraft } from '../http/draft.ts';
import { Field } from '../lists/field.tsx';
import { useBilingual } from '../text/words.ts';
import { useReviewWords } from './desk-words.ts';

export interface ReturnWords {
  readonly reason: ReturnReason;
  readonly text: string;
  readonly fields: readonly string[];
}
interface Typed {
  readonly reason: string;
  readonly text: string;
  readonly fields: readonly string[];
}

const nothingTyped: Typed = { reason: '', text: '', fields: [] };

interface Props {
  /** What the draft belongs to. */
  readonly name: string;
  /** What may be named; nothing where many are returned at once. */
  readonly fields: readonly string[];
  readonly busy: boolean;
  readonly onSend: (words: ReturnWords, forget: () => void) => void;
  readonly onClose: () => void;
  readonly children?: ReactNode;
}

/** Why something goes back (R14): the reason, the reviewer's words, the fields concerned. Kept as a draft until it is sent. */
export function ReturnForm({ name, fields, busy, onSend, onClose, children }: Props) {
  const say = useReviewWords();
  const inWords = useBilingual();
  const first = useRef<HTMLSelectElement>(null);
  const { value, change, forget } = useDraft<Typed>(`return:${name}`, nothingTyped);
  useEffect(() => first.current?.focus(), []);
  const send = (event: FormEvent): void => {
    event.preventDefault();
    const reason = ReturnReason.safeParse(value.reason);
    if (reason.success && !busy) onSend({ reason: reason.data, text: value.text, fields: value.fields }, forget);
  };
  const tick = (field: string) =>
    change({ ...value, fields: value.fields.includes(field) ? value.fields.filter((other) => other !== field) : [...value.fields, field] });
  return (
    <form
      className="return-form"
      aria-label={say('return')}
      onSubmit={send}
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          event.stopPropagation();
          onClose();
        }
        if (event.key === 'Enter' && event.ctrlKey) event.currentTarget.requestSubmit();
      }}
    >
      <Field label={say('reason')}>
        <select ref={first} required value={value.reason} onChange={({ target }) => change({ ...value, reason: target.value })}>
          <option value="">{say('choose')}</option>
          {ReturnReason.options.map((code) => (
            <option key={code} value={code}>
              {inWords(returnReasons[code])}
            </option>
          ))}
        </select>
      </Field>
      {fields.length > 0 && (
        <fieldset>
          <legend>{say('fields')}</legend>
          {fields.map((field) => (
            <label key={field}>
              <input type="checkbox" checked={value.fields.includes(field)} onChange={() => tick(field)} />{' '}
              {field === 'evidenceIds' ? say('evidenceIds') : inWords(fieldWords(field))}
            </label>
          ))}
        </fieldset>
      )}
      <Field label={say('text')}>
        <textarea
          required
          rows={3}
          maxLength={500}
          value={value.text}
          onChange={({ target }) => change({ ...value, text: target.value })}
        />
      </Field>
      <p className="actions">
        <button className="button" disabled={busy}>
          {say('return')} <kbd>Ctrl Enter</kbd>
        </button>
        <button type="button" className="plain-button" onClick={onClose}>
          {say('cancel')} <kbd>Esc</kbd>
        </button>
      </p>
      {children}
    </form>
  );
}
