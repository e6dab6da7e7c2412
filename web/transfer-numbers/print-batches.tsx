import { useQueryClient } from '@tanstack/react-query';
import { WriteState } from '../app/write-state.tsx';
import { answerOf, api } from '../http/client.ts';
import { useCommand } from '../http/command.ts';
import { DownloadButton } from '../lists/download-button.tsx';
import { shortMoment } from '../lists/short-moment.ts';
import { useRunning } from '../lists/use-running.ts';
import type { TransferQuery } from './transfer-query.ts';
import { useTransferWords } from './words.ts';

type Asked = Pick<TransferQuery, 'kind' | 'collegeId' | 'className'> & { readonly cohort: number; readonly form: 'ZIP' | 'PRINT_FILE' };

/** The statements of a query, each a file in a ZIP or all in one to print. */
export function PrintBatches({ query: { kind, cohort, collegeId, className } }: { readonly query: TransferQuery }) {
  const say = useTransferWords();
  const cache = useQueryClient();
  const { data } = useRunning(['print-batches'], (signal) => answerOf(api.GET('/api/print-batches', { params: { query: { limit: '10' } }, signal })), ({ status }) => status === 'RUNNING');
  const make = useCommand((body: Asked, headers) => answerOf(api.POST('/api/print-batches', { body: { of: 'STATEMENTS', ...body }, headers })), () => void cache.invalidateQueries({ queryKey: ['print-batches'] }));
  const ask = (form: 'ZIP' | 'PRINT_FILE') => { if (cohort !== null) make.mutate({ kind, cohort, collegeId, className, form }); };
  return <section className="card" aria-label={say('papers')}>
    <h2>{say('papers')}</h2>
    <div className="actions">
      <button type="button" className="plain-button" disabled={make.isPending} onClick={() => ask('ZIP')}>{say('zip')}</button>
      <button type="button" className="plain-button" disabled={make.isPending} onClick={() => ask('PRINT_FILE')}>{say('printFile')}</button>
    </div>
    <WriteState of={make} />
    {data?.items.length === 0 && <p className="soft">{say('noPapers')}</p>}
    <ul className="jobs" aria-live="polite">{data?.items.map(({ id, requestedAt, status }) => <li key={id}>
      {shortMoment(requestedAt)} · {say(status)}
      {status === 'READY' && <DownloadButton path={`/api/print-batches/${id}/file`}>{say('download')}</DownloadButton>}
    </li>)}</ul>
  </section>;
}
