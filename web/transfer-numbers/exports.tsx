import { useQueryClient } from '@tanstack/react-query';
import { WriteState } from '../app/write-state.tsx';
import { answerOf, api } from '../http/client.ts';
import { useCommand } from '../http/command.ts';
import { DownloadButton } from '../lists/download-button.tsx';
import { OlderRows } from '../lists/older-rows.tsx';
import { shortMoment } from '../lists/short-moment.ts';
import { usePages } from '../lists/use-pages.ts';
import type { TransferQuery } from './transfer-query.ts';
import { useTransferWords } from './words.ts';

type Asked = Omit<TransferQuery, 'cohort'> & { readonly cohort: number; readonly format: 'XLSX' | 'CSV' };

/** R40: the query as a file, made by a worker and kept for some days. */
export function Exports({ query }: { readonly query: TransferQuery }) {
  const say = useTransferWords();
  const cache = useQueryClient();
  const pages = usePages(['exports'], (cursor, signal) => api.GET('/api/exports', { params: { query: { cursor, limit: '10' } }, signal }), {
    isRunning: ({ status }) => status === 'WAITING',
  });
  const make = useCommand(
    (body: Asked, headers) => answerOf(api.POST('/api/exports', { body, headers })),
    () => void cache.invalidateQueries({ queryKey: ['exports'] }),
  );
  const ask = (format: 'XLSX' | 'CSV') => {
    if (query.cohort !== null) make.mutate({ ...query, cohort: query.cohort, format });
  };
  return (
    <section className="card" aria-label={say('exports')}>
      <h2>{say('exports')}</h2>
      <div className="actions">
        <button type="button" className="plain-button" disabled={make.isPending} onClick={() => ask('XLSX')}>
          {say('exportXLSX')}
        </button>
        <button type="button" className="plain-button" disabled={make.isPending} onClick={() => ask('CSV')}>
          {say('exportCSV')}
        </button>
      </div>
      <p className="soft">{say('exportHelp')}</p>
      <WriteState of={make} />
      <div aria-live="polite">
        {pages.isEmpty ? (
          <p className="soft">{say('noExports')}</p>
        ) : (
          <ul className="jobs" aria-label={say('exports')} tabIndex={0}>
            {pages.rows.map(({ id, requestedAt, kind, format, cohort, className, status, rows }) => (
              <li key={id}>
                {shortMoment(requestedAt)} · {say(kind)} {cohort} {className} · {format} · {say(status)}{' '}
                {rows !== null && say('rows', { count: rows })}
                {status === 'READY' && <DownloadButton path={`/api/exports/${id}/file`}>{say('download')}</DownloadButton>}
              </li>
            ))}
          </ul>
        )}
      </div>
      <OlderRows pages={pages} />
    </section>
  );
}
