import { useId, useState, type FormEvent } from 'react';
import { WriteState } from '../app/write-state.tsx';
import type { OwnGraduate } from '../graduate/own-graduate.ts';
import { answerOf, api } from '../http/client.ts';
import { useGraduateCommand } from '../http/command.ts';
import { fieldsOf, typedOf } from '../registration/section-fields.ts';
import { useBilingual } from '../text/words.ts';
import { useConfirmationWords } from './words.ts';

/** 确认有误: which fields, and what is wrong with them (R22). */
export function DisputeForm({ graduate }: { readonly graduate: OwnGraduate }) {
  const say = useConfirmationWords();
  const inWords = useBilingual();
  const id = useId();
  const [fields, setFields] = useState<readonly string[]>([]);
  const [text, setText] = useState('');
  const dispute = useGraduateCommand(graduate.id, (body: { digest: string; text: string; fields: string[] }, header) => answerOf(api.POST('/api/graduates/{id}/confirmation/dispute', { params: { path: { id: graduate.id }, header }, body })));
  if (!graduate.allowedActions.some(({ action, allowed }) => action === 'DISPUTE' && allowed)) return null;
  const shown = (['DESTINATION', 'DOSSIER', 'HUKOU'] as const).flatMap((section) => {
    const { current } = graduate.sections[section];
    return current ? fieldsOf(section, typedOf(current.content)).map((field) => ({ ...field, section })) : [];
  });
  const send = (event: FormEvent) => { event.preventDefault(); dispute.mutate({ digest: graduate.confirmation.recordDigest, text, fields: [...new Set(fields.map((name) => name.split('.')[1] ?? name))] }); };
  return <details className="card">
    <summary>{say('wrong')}</summary>
    <form onSubmit={send}>
      <fieldset className="choices"><legend>{say('wrongFields')}</legend>
        {shown.map(({ section, name, words }) => {
          const key = `${section}.${name}`;
          return <label key={key}><input type="checkbox" checked={fields.includes(key)} onChange={() => setFields(fields.includes(key) ? fields.filter((other) => other !== key) : [...fields, key])} /> {say(section)}: {inWords(words)}</label>;
        })}
      </fieldset>
      <div className="field"><label htmlFor={id}>{say('wrongText')}</label><textarea id={id} rows={3} maxLength={500} required value={text} onChange={({ target }) => setText(target.value)} /></div>
      <button className="button" disabled={dispute.isPending || fields.length === 0}>{say('report')}</button>
      <WriteState of={dispute} />
    </form>
  </details>;
}
