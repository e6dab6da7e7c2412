import { useId, useState, type FormEvent } from 'react';
import { basicFieldWords } from '../../domain/graduate/basic-field-words.ts';
import { WriteState } from '../app/write-state.tsx';
import { answerOf, api } from '../http/client.ts';
import { useGraduateCommand } from '../http/command.ts';
import { useDraft } from '../http/draft.ts';
import { useBilingual } from '../text/words.ts';
import { basicFields } from './basic-codes.ts';
import type { OwnGraduate } from './own-graduate.ts';
import { useGraduateWords } from './words.ts';

interface Report {
  readonly fields: readonly string[];
  readonly note: string;
}

/** 信息有误: which fields, and what would be right (R6); becomes a ticket of the school. */
export function WrongInformation({ graduate }: { readonly graduate: OwnGraduate }) {
  const say = useGraduateWords();
  const inWords = useBilingual();
  const noteId = useId();
  const draft = useDraft<Report>(`${graduate.id}:wrong`, { fields: [], note: '' });
  const [open, setOpen] = useState(draft.restored);
  const report = useGraduateCommand(
    graduate.id,
    ({ fields, note }: Report, header) =>
      answerOf(
        api.POST('/api/graduates/{id}/basic-information/dispute', {
          params: { path: { id: graduate.id }, header },
          body: { fields: [...fields], note },
        }),
      ),
    () => {
      draft.forget();
      setOpen(false);
    },
  );
  const { fields, note } = draft.value;
  const send = (event: FormEvent) => {
    event.preventDefault();
    report.mutate(draft.value);
  };
  const toggle = (field: string) =>
    draft.change({ note, fields: fields.includes(field) ? fields.filter((other) => other !== field) : [...fields, field] });
  return (
    <details className="card" open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{say('wrong')}</summary>
      <form onSubmit={send}>
        <fieldset className="choices">
          <legend>{say('wrongFields')}</legend>
          {basicFields.map((field) => (
            <label key={field}>
              <input type="checkbox" checked={fields.includes(field)} onChange={() => toggle(field)} /> {inWords(basicFieldWords[field])}
            </label>
          ))}
        </fieldset>
        <div className="field">
          <label htmlFor={noteId}>{say('wrongNote')}</label>
          <textarea
            id={noteId}
            rows={3}
            maxLength={500}
            required
            value={note}
            onChange={({ target }) => draft.change({ fields, note: target.value })}
          />
        </div>
        <button className="button" disabled={report.isPending || fields.length === 0}>
          {say('report')}
        </button>
        <WriteState of={report} />
      </form>
    </details>
  );
}
