import { useState } from 'react';
import type { components } from '../../generated/openapi.ts';
import { api } from '../http/client.ts';
import { Dialog } from '../lists/dialog.tsx';
import { OlderRows } from '../lists/older-rows.tsx';
import { usePages } from '../lists/use-pages.ts';
import { BatchLine } from './batch-line.tsx';
import { Skips } from './skips.tsx';
import { usePrintBatchWords } from './words.ts';

const isRunning = ({ status }: components['schemas']['PrintBatchItem']): boolean => status === 'RUNNING';

/** The batches of statements, or of papers of files. They are the server's, so they are here for whoever comes back, and for colleagues. */
export function BatchList({ of }: { readonly of: 'STATEMENTS' | 'DISPATCHES' }) {
  const say = usePrintBatchWords();
  const [skipsOf, setSkipsOf] = useState<string>();
  const pages = usePages(
    ['print-batches', of],
    (cursor, signal) => api.GET('/api/print-batches', { params: { query: { of, cursor, limit: '10' } }, signal }),
    { isRunning },
  );
  return (
    <>
      <p role="status" className="soft">
        {pages.rows.some(isRunning) && say('leave')}
      </p>
      {pages.isEmpty ? (
        <p className="soft">{say('none')}</p>
      ) : (
        <ul className="jobs" aria-label={say('batches')} tabIndex={0}>
          {pages.rows.map((batch) => (
            <li key={batch.id}>
              <BatchLine batch={batch} onSkips={() => setSkipsOf(batch.id)} />
            </li>
          ))}
        </ul>
      )}
      <OlderRows pages={pages} />
      {skipsOf !== undefined && (
        <Dialog title={say('skipsOf')} onClose={() => setSkipsOf(undefined)}>
          <Skips batchId={skipsOf} />
        </Dialog>
      )}
    </>
  );
}
