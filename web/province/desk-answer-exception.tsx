import { useState } from 'react';
import type { components } from '../../generated/openapi.ts';
import { WriteState } from '../app/write-state.tsx';
import { answerOf, api } from '../http/client.ts';
import { useGraduateCommand } from '../http/command.ts';
import { Dialog } from '../lists/dialog.tsx';
import { Field } from '../lists/field.tsx';
import { problemOfField } from '../lists/field-problem.ts';
import { useProvinceWords } from './words.ts';

export type CutoffException = components['schemas']['CutoffException'];
type Answer = { readonly granted: true; readonly endDate: string } | { readonly granted: false; readonly answer: string };

/** X7: granted until the end of a day, or refused with the reason. */
export function AnswerException({ exception: { id, graduateId, school, name, reason }, onClose }: { readonly exception: CutoffException; readonly onClose: () => void }) {
  const say = useProvinceWords();
  const [endDate, setEndDate] = useState('');
  const [why, setWhy] = useState('');
  const answer = useGraduateCommand(graduateId, (body: Answer, header) => answerOf(api.POST('/api/exceptions/{exceptionId}/answer', { params: { path: { exceptionId: id }, header }, body })), onClose);
  return <Dialog title={say('answerOne', { school, name })} onClose={onClose}>
    <p className="note">{reason}</p>
    <form className="toolbar" onSubmit={(event) => { event.preventDefault(); answer.mutate({ granted: true, endDate }); }}>
      <Field label={say('endDate')} problem={problemOfField(answer.error, 'endDate')}><input type="date" required value={endDate} onChange={({ target }) => setEndDate(target.value)} /></Field>
      <button className="button" disabled={answer.isPending}>{say('grant')}</button>
    </form>
    <form onSubmit={(event) => { event.preventDefault(); answer.mutate({ granted: false, answer: why }); }}>
      <Field label={say('why')} problem={problemOfField(answer.error, 'answer')}><textarea required maxLength={500} value={why} onChange={({ target }) => setWhy(target.value)} /></Field>
      <button className="danger-button" disabled={answer.isPending}>{say('refuse')}</button>
    </form>
    <WriteState of={answer} />
  </Dialog>;
}
