import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { rosterColumns, type RosterField } from '../../domain/roster/columns.ts';
import { WriteState } from '../app/write-state.tsx';
import { answerOf, api } from '../http/client.ts';
import { useCommand } from '../http/command.ts';
import type { Roster } from './roster.ts';
import { useRosterWords } from './words.ts';

interface Chosen {
  readonly heading: string;
  readonly field: RosterField | null;
}

/** How the headings were read; those nobody knows have a proposal that a person confirms. Open by itself where that is what keeps the file out. */
export function HeadingForm({ roster }: { readonly roster: Roster }) {
  const say = useRosterWords();
  const cache = useQueryClient();
  const [changed, setChanged] = useState<Readonly<Record<string, RosterField | null>>>({});
  const { data } = useQuery({
    queryKey: ['roster', roster.id, 'headings'],
    queryFn: ({ signal }) => answerOf(api.GET('/api/rosters/{id}/headings', { params: { path: { id: roster.id } }, signal })),
    retry: false,
  });
  const confirm = useCommand(
    (headings: Chosen[], headers) =>
      answerOf(api.POST('/api/rosters/{id}/headings', { params: { path: { id: roster.id } }, body: { headings }, headers })),
    (next) => {
      cache.setQueryData(['roster', roster.id], next);
      void cache.invalidateQueries({ queryKey: ['roster', roster.id] });
    },
  );
  if (!data) return null;
  const chosen = data.headings.map(({ heading, field }): Chosen => ({
    heading,
    field: heading in changed ? (changed[heading] ?? null) : field,
  }));
  return (
    <details className="card" open={roster.status === 'REFUSED'}>
      <summary>{say('headings')}</summary>
      <p className="soft">{say('headingsHelp')}</p>
      <div className="list-box" tabIndex={0} role="region" aria-label={say('headings')}>
        <table className="list">
          <thead>
            <tr>
              <th scope="col">{say('heading')}</th>
              <th scope="col">{say('meaning')}</th>
              <th scope="col">{say('because')}</th>
            </tr>
          </thead>
          <tbody>
            {data.headings.map(({ heading, because }, index) => (
              <tr key={heading}>
                <th scope="row">{heading}</th>
                <td>
                  <select
                    aria-label={heading}
                    value={chosen[index]?.field ?? ''}
                    onChange={({ target }) =>
                      setChanged({ ...changed, [heading]: target.value === '' ? null : (target.value as RosterField) })
                    }
                  >
                    <option value="">{say('ignore')}</option>
                    {rosterColumns.map(({ field, zh }) => (
                      <option key={field} value={field} lang="zh-CN">
                        {zh}
                      </option>
                    ))}
                  </select>
                </td>
                <td>{say(because ?? 'unknown')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="actions">
        <button type="button" className="button" disabled={confirm.isPending} onClick={() => confirm.mutate(chosen)}>
          {say('confirmHeadings')}
        </button>
      </div>
      <WriteState of={confirm} />
    </details>
  );
}
