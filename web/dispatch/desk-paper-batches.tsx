import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { dispatchPapers, type DispatchPaper } from '../../domain/dispatch/messages.ts';
import { WriteState } from '../app/write-state.tsx';
import { answerOf, api } from '../http/client.ts';
import { useCommand } from '../http/command.ts';
import { DownloadButton } from '../lists/download-button.tsx';
import { shortMoment } from '../lists/short-moment.ts';
import { useRunning } from '../lists/use-running.ts';
import type { DispatchQuery } from './desk-query.ts';
import { useDeskFileWords } from './desk-words.ts';

type Asked = Pick<DispatchQuery, 'collegeId' | 'status'> & { readonly cohort: number; readonly form: 'ZIP' | 'PRINT_FILE'; readonly papers: DispatchPaper[] };

/** The papers of a query in the order of their serials, each a file in a ZIP or all in one to print. */
export function PaperBatches({ query: { cohort, collegeId, status } }: { readonly query: DispatchQuery }) {
  const say = useDeskFileWords();
  const cache = useQueryClient();
  const [papers, setPapers] = useState<readonly DispatchPaper[]>(dispatchPapers);
  const { data } = useRunning(['print-batches', 'dispatches'], (signal) => answerOf(api.GET('/api/print-batches', { params: { query: { limit: '50' } }, signal })), (batch) => batch.status === 'RUNNING');
  const make = useCommand((body: Asked, headers) => answerOf(api.POST('/api/print-batches', { body: { of: 'DISPATCHES', ...body }, headers })), () => void cache.invalidateQueries({ queryKey: ['print-batches'] }));
  const ask = (form: 'ZIP' | 'PRINT_FILE') => { if (cohort !== null) make.mutate({ cohort, collegeId, status, form, papers: [...papers] }); };
  const blocked = make.isPending || papers.length === 0 || cohort === null;
  const own = data?.items.filter((batch) => batch.query['of'] === 'DISPATCHES');
  return <section className="card" aria-label={say('batch')}>
    <h2>{say('batch')}</h2>
    <div className="actions">
      {dispatchPapers.map((paper) => <label key={paper}><input type="checkbox" checked={papers.includes(paper)} onChange={({ target }) => setPapers(dispatchPapers.filter((one) => (one === paper ? target.checked : papers.includes(one))))} /> {say(paper)}</label>)}
      <button type="button" className="plain-button" disabled={blocked} onClick={() => ask('ZIP')}>{say('zip')}</button>
      <button type="button" className="plain-button" disabled={blocked} onClick={() => ask('PRINT_FILE')}>{say('printFile')}</button>
    </div>
    <p className="soft">{say('batchHelp')}</p>
    <WriteState of={make} />
    {own?.length === 0 && <p className="soft">{say('noBatches')}</p>}
    <ul className="jobs" aria-live="polite">{own?.map((batch) => <li key={batch.id}>
      {shortMoment(batch.requestedAt)} · {say(batch.status === 'CANCELLED' ? 'BATCH_CANCELLED' : batch.status)} {batch.sizeBytes === 0 && say('nothingPrinted')}
      {batch.status === 'READY' && batch.sizeBytes !== 0 && <DownloadButton path={`/api/print-batches/${batch.id}/file`}>{say('download')}</DownloadButton>}
    </li>)}</ul>
  </section>;
}
