import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { dispatchPapers, type DispatchPaper } from '../../domain/dispatch/messages.ts';
import { WriteState } from '../app/write-state.tsx';
import { answerOf, api } from '../http/client.ts';
import { useCommand } from '../http/command.ts';
import { BatchList } from '../print-batches/batch-list.tsx';
import { usePrintBatchWords } from '../print-batches/words.ts';
import type { DispatchQuery } from './desk-query.ts';
import { useDeskFileWords } from './desk-words.ts';

type Asked = Pick<DispatchQuery, 'collegeId' | 'status'> & {
  readonly cohort: number;
  readonly form: 'ZIP' | 'PRINT_FILE';
  readonly papers: DispatchPaper[];
};

/** The papers of a query in the order of their serials, each a file in a ZIP or all in one to print. */
export function PaperBatches({ query: { cohort, collegeId, status } }: { readonly query: DispatchQuery }) {
  const say = useDeskFileWords();
  const print = usePrintBatchWords();
  const cache = useQueryClient();
  const [papers, setPapers] = useState<readonly DispatchPaper[]>(dispatchPapers);
  const make = useCommand(
    (body: Asked, headers) => answerOf(api.POST('/api/print-batches', { body: { of: 'DISPATCHES', ...body }, headers })),
    () => void cache.invalidateQueries({ queryKey: ['print-batches'] }),
  );
  const ask = (form: 'ZIP' | 'PRINT_FILE') => {
    if (cohort !== null) make.mutate({ cohort, collegeId, status, form, papers: [...papers] });
  };
  const blocked = make.isPending || papers.length === 0 || cohort === null;
  return (
    <section className="card" aria-label={say('batch')}>
      <h2>{say('batch')}</h2>
      <div className="actions">
        {dispatchPapers.map((paper) => (
          <label key={paper}>
            <input
              type="checkbox"
              checked={papers.includes(paper)}
              onChange={({ target }) => setPapers(dispatchPapers.filter((one) => (one === paper ? target.checked : papers.includes(one))))}
            />{' '}
            {say(paper)}
          </label>
        ))}
        <button type="button" className="plain-button" disabled={blocked} onClick={() => ask('ZIP')}>
          {print('zip')}
        </button>
        <button type="button" className="plain-button" disabled={blocked} onClick={() => ask('PRINT_FILE')}>
          {print('printFile')}
        </button>
      </div>
      <p className="soft">{say('batchHelp')}</p>
      <WriteState of={make} />
      <BatchList of="DISPATCHES" />
    </section>
  );
}
