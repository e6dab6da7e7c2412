import { useId, type FormEvent } from 'react';
import { WriteState } from '../app/write-state.tsx';
import { EvidencePicker } from '../evidence/evidence-picker.tsx';
import type { Evidence } from '../evidence/send-evidence.ts';
import { answerOf, api } from '../http/client.ts';
import { useGraduateCommand } from '../http/command.ts';
import { useDraft } from '../http/draft.ts';
import { RegionPicker } from '../registration/region-picker.tsx';
import type { OwnGraduate } from './own-graduate.ts';
import { useGraduateWords } from './words.ts';
import '../registration/registration.css';

interface Request {
  readonly region: string;
  readonly note: string;
  readonly evidence: readonly Evidence[];
}
const nothing: Request = { region: '', note: '', evidence: [] };

/** A wrong 生源地, with photographs of 户口本 and 身份证 (R19, X29). */
export function OriginRequest({ graduate }: { readonly graduate: OwnGraduate }) {
  const say = useGraduateWords();
  const id = useId();
  const draft = useDraft<Request>(`${graduate.id}:origin`, nothing);
  const ask = useGraduateCommand(
    graduate.id,
    ({ region, note, evidence }: Request, header) =>
      answerOf(
        api.POST('/api/graduates/{id}/origin-request', {
          params: { path: { id: graduate.id }, header },
          body: { region, note, evidenceIds: evidence.map((file) => file.id) },
        }),
      ),
    () => {
      draft.forget();
      draft.change(nothing);
    },
  );
  const { region, note, evidence } = draft.value;
  if (!graduate.allowedActions.some(({ action, allowed }) => action === 'REQUEST_ORIGIN_CORRECTION' && allowed)) return null;
  const change = (part: Partial<Request>) => draft.change({ ...draft.value, ...part });
  const send = (event: FormEvent) => {
    event.preventDefault();
    ask.mutate(draft.value);
  };
  return (
    <details className="card">
      <summary>{say('origin')}</summary>
      <form onSubmit={send}>
        <div className="field">
          <label htmlFor={`${id}-region`}>{say('originRegion')}</label>
          <RegionPicker
            id={`${id}-region`}
            label={say('originRegion')}
            value={region}
            invalid={false}
            onChange={(code) => change({ region: code })}
          />
        </div>
        <div className="field">
          <label htmlFor={`${id}-note`}>{say('originNote')}</label>
          <textarea
            id={`${id}-note`}
            rows={3}
            maxLength={200}
            required
            value={note}
            onChange={({ target }) => change({ note: target.value })}
          />
        </div>
        <EvidencePicker graduateId={graduate.id} section="ORIGIN" files={evidence} onChange={(files) => change({ evidence: files })} />
        <p>
          <button className="button" disabled={ask.isPending}>
            {say('report')}
          </button>
        </p>
        <WriteState of={ask} />
      </form>
    </details>
  );
}
