import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { WriteState } from '../app/write-state.tsx';
import { answerOf, api } from '../http/client.ts';
import { useCommand } from '../http/command.ts';
import { Field } from '../lists/field.tsx';
import type { Roster } from './roster.ts';
import { useRosterWords } from './words.ts';

type Decision = { decision: 'APPROVE' } | { decision: 'REJECT'; reason: string };

/** X19: what the sheet carried counts when a second person has said so; the server refuses the first. */
export function SectionsDecision({ roster: { id, sections } }: { readonly roster: Roster }) {
  const say = useRosterWords();
  const cache = useQueryClient();
  const [reason, setReason] = useState('');
  const decide = useCommand(
    (body: Decision, headers) => answerOf(api.POST('/api/rosters/{id}/sections/decision', { params: { path: { id } }, body, headers })),
    (roster) => cache.setQueryData(['roster', id], roster),
  );
  if (sections.decision !== null) return <p className="card">{say('sectionsDone', { decision: say(sections.decision) })}</p>;
  if (sections.waiting === 0) return null;
  return (
    <section className="card" aria-label={say('sections')}>
      <h2>{say('sections')}</h2>
      <p>{say('sectionsWaiting', { count: sections.waiting, graduates: sections.graduates })}</p>
      <Field label={say('reason')}>
        <input maxLength={500} value={reason} onChange={({ target }) => setReason(target.value)} />
      </Field>
      <div className="actions">
        <button type="button" className="button" disabled={decide.isPending} onClick={() => decide.mutate({ decision: 'APPROVE' })}>
          {say('approve')}
        </button>
        <button
          type="button"
          className="danger-button"
          disabled={decide.isPending}
          onClick={() => decide.mutate({ decision: 'REJECT', reason })}
        >
          {say('reject')}
        </button>
      </div>
      <WriteState of={decide} />
    </section>
  );
}
