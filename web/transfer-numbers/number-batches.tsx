import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useOutletContext } from 'react-router';
import type { components } from '../../generated/openapi.ts';
import { mayDo, type Me } from '../access/me.ts';
import { WriteState } from '../app/write-state.tsx';
import { answerOf, api } from '../http/client.ts';
import { useCommand } from '../http/command.ts';
import { Dialog } from '../lists/dialog.tsx';
import { ListTable } from '../lists/list-table.tsx';
import { OlderRows } from '../lists/older-rows.tsx';
import { ProgressLine } from '../lists/progress-line.tsx';
import { shortMoment } from '../lists/short-moment.ts';
import { pageSize, usePages } from '../lists/use-pages.ts';
import type { TransferQuery } from './transfer-query.ts';
import { useTransferWords } from './words.ts';

type Asked = Pick<TransferQuery, 'kind' | 'collegeId' | 'className'> & { readonly cohort: number };

const isRunning = ({ status }: components['schemas']['TransferNumberBatch']): boolean => status === 'RUNNING';

/** R38, R39: numbers for a query. The list of batches is the server's, so it is here whoever comes back, and for colleagues. */
export function NumberBatches({ query: { kind, cohort, collegeId, className } }: { readonly query: TransferQuery }) {
  const say = useTransferWords();
  const cache = useQueryClient();
  const me = useOutletContext<Me>();
  const [skipsOf, setSkipsOf] = useState<string>();
  const mayIssue = mayDo(me, { resource: 'transferNumber', action: 'issue' });
  const pages = usePages(
    ['transfer-number-batches', kind],
    (cursor, signal) => api.GET('/api/transfer-number-batches', { params: { query: { kind, cursor, limit: '10' } }, signal }),
    { enabled: mayIssue, isRunning },
  );
  const again = () => void cache.invalidateQueries({ queryKey: ['transfer-number-batches'] });
  const issue = useCommand((body: Asked, headers) => answerOf(api.POST('/api/transfer-number-batches', { body, headers })), again);
  const cancel = useCommand(
    (batchId: string, headers) =>
      answerOf(api.POST('/api/transfer-number-batches/{batchId}/cancellation', { params: { path: { batchId } }, body: {}, headers })),
    again,
  );
  const running = pages.rows.filter(isRunning).length;
  const before = useRef(running);
  useEffect(() => {
    if (running < before.current) void cache.invalidateQueries({ queryKey: ['transfer-list'] });
    before.current = running;
  }, [cache, running]);
  if (!mayIssue) return null;
  return (
    <section className="card" aria-label={say('batches')}>
      <h2>{say('batches')}</h2>
      <div className="actions">
        <button
          type="button"
          className="button"
          disabled={issue.isPending || cohort === null}
          onClick={() => {
            if (cohort !== null) issue.mutate({ kind, cohort, collegeId, className });
          }}
        >
          {say('issue')}
        </button>
      </div>
      <p className="soft">
        {say('issueHelp')} {running > 0 && say('leave')}
      </p>
      <WriteState of={issue} />
      <WriteState of={cancel} />
      <div aria-live="polite">
        {pages.isEmpty ? (
          <p className="soft">{say('noBatches')}</p>
        ) : (
          <ul className="jobs" aria-label={say('batches')} tabIndex={0}>
            {pages.rows.map((batch) => {
              const { id, requestedAt, status, graduates, done, issued, skipped } = batch;
              const label = `${shortMoment(requestedAt)} · ${batch.cohort} ${batch.className ?? ''} · ${say(status)} · ${say('progress', { done, of: graduates, issued, skipped })}`;
              return (
                <li key={id}>
                  {isRunning(batch) ? <ProgressLine label={label} done={done} of={graduates} /> : <p>{label}</p>}
                  {isRunning(batch) && (
                    <button type="button" className="link-button" onClick={() => cancel.mutate(id)}>
                      {say('cancel')}
                    </button>
                  )}
                  {skipped > 0 && (
                    <button type="button" className="link-button" onClick={() => setSkipsOf(id)}>
                      {say('skips')}
                    </button>
                  )}
                </li>
              );
            })}
          </ul>
        )}
      </div>
      <OlderRows pages={pages} />
      {skipsOf !== undefined && (
        <Dialog title={say('skipsOf')} onClose={() => setSkipsOf(undefined)}>
          <Skips batchId={skipsOf} />
        </Dialog>
      )}
    </section>
  );
}

function Skips({ batchId }: { readonly batchId: string }) {
  const say = useTransferWords();
  const pages = usePages(['transfer-number-batches', 'skips', batchId], (cursor, signal) =>
    api.GET('/api/transfer-number-batches/{batchId}/skips', { params: { path: { batchId }, query: { cursor, limit: pageSize } }, signal }),
  );
  return (
    <ListTable
      caption={say('skipsOf')}
      pages={pages}
      keyOf={({ graduateId }) => graduateId}
      empty={say('none')}
      columns={[
        { key: 'name', heading: say('name'), cell: ({ name }) => name },
        { key: 'reason', heading: say('reason'), cell: ({ reason }) => reason },
        { key: 'studentNo', heading: say('studentNo'), cell: ({ studentNo }) => studentNo },
      ]}
    />
  );
}
