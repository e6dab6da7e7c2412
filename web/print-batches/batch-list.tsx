import { useState } from 'react';
import { answerOf, api } from '../http/client.ts';
import { Dialog } from '../lists/dialog.tsx';
import { useRunning } from '../lists/use-running.ts';
import { BatchLine } from './batch-line.tsx';
import { Skips } from './skips.tsx';
import { usePrintBatchWords } from './words.ts';

/** The last batches of statements, or of papers of files. They are the server's, so they are here for whoever comes back, and for colleagues. */
export function BatchList({ of }: { readonly of: 'STATEMENTS' | 'DISPATCHES' }) {
  const say = usePrintBatchWords();
  const [skipsOf, setSkipsOf] = useState<string>();
  const { data } = useRunning(['print-batches', of], (signal) => answerOf(api.GET('/api/print-batches', { params: { query: { of, limit: '10' } }, signal })), ({ status }) => status === 'RUNNING');
  return <>
    <p role="status" className="soft">{data?.items.some(({ status }) => status === 'RUNNING') && say('leave')}</p>
    {data?.items.length === 0 ? <p className="soft">{say('none')}</p>
      : <ul className="jobs" aria-label={say('batches')} tabIndex={0}>{data?.items.map((batch) => <li key={batch.id}><BatchLine batch={batch} onSkips={() => setSkipsOf(batch.id)} /></li>)}</ul>}
    {skipsOf !== undefined && <Dialog title={say('skipsOf')} onClose={() => setSkipsOf(undefined)}><Skips batchId={skipsOf} /></Dialog>}
  </>;
}
