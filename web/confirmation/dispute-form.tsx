import { useId, type FormEvent } from 'react';
import { WriteState } from '../app/write-state.tsx';
import type { OwnGraduate } from '../graduate/own-graduate.ts';
import { answerOf, api } from '../http/client.ts';
import { useGraduateCommand } from '../http/command.ts';
import { useDraft } from '../http/draft.ts';
import { useBilingual } from '../text/words.ts';
import { useConfirmationWords } from './words.ts';

interface Draft {
  readonly fields: readonly string[];
  readonly text: string;
}
interface Props {
  readonly graduate: OwnGraduate;
  readonly digest: string;
  readonly onRefused: (error: Error) => void;
}

/** 确认有误: which fields of what was seen, and what is wrong with them (R22). */
export function DisputeForm({ graduate: { id, allowedActions, confirmation }, digest, onRefused }: Props) {
  const say = useConfirmationWords();
  const inWords = useBilingual();
  const textId = useId();
  const {
    value: { fields, text },
    change,
    forget,
    restored,
  } = useDraft<Draft>(`dispute:${id}`, { fields: [], text: '' });
  const dispute = useGraduateCommand(
    id,
    (body: { digest: string; text: string; fields: string[] }, header) =>
      answerOf(api.POST('/api/graduates/{id}/confirmation/dispute', { params: { path: { id }, header }, body })),
    forget,
  );
  if (!allowedActions.some(({ action, allowed }) => action === 'DISPUTE' && allowed)) return null;
  const send = (event: FormEvent) => {
    event.preventDefault();
    dispute.mutate({ digest, text, fields: [...fields] }, { onError: onRefused });
  };
  const toggle = (field: string) =>
    change({ text, fields: fields.includes(field) ? fields.filter((other) => other !== field) : [...fields, field] });
  return (
    <details className="card" open={restored}>
      <summary>{say('wrong')}</summary>
      <form onSubmit={send}>
        {confirmation.registration
          .filter(({ lines }) => lines.length > 0)
          .map(({ part, lines }) => (
            <fieldset className="choices" key={part}>
              <legend>{say(part)}</legend>
              {lines.map(({ field, words }) => {
                const name = `${part}.${field}`;
                return (
                  <label key={name}>
                    <input type="checkbox" checked={fields.includes(name)} onChange={() => toggle(name)} /> {inWords(words)}
                  </label>
                );
              })}
            </fieldset>
          ))}
        <div className="field">
          <label htmlFor={textId}>{say('wrongText')}</label>
          <textarea
            id={textId}
            rows={3}
            maxLength={500}
            required
            value={text}
            onChange={({ target }) => change({ fields, text: target.value })}
          />
        </div>
        <button className="button" disabled={dispute.isPending || fields.length === 0}>
          {say('report')}
        </button>
        <WriteState of={dispute} />
      </form>
    </details>
  );
}
