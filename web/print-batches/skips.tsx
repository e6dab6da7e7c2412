import { api } from '../http/client.ts';
import { ListTable } from '../lists/list-table.tsx';
import { pageSize, usePages } from '../lists/use-pages.ts';
import { usePrintBatchWords } from './words.ts';

/** Which papers of a batch were not printed, and why. */
export function Skips({ batchId }: { readonly batchId: string }) {
  const say = usePrintBatchWords();
  const pages = usePages(['print-batches', 'skips', batchId], (cursor, signal) =>
    api.GET('/api/print-batches/{printBatchId}/skips', {
      params: { path: { printBatchId: batchId }, query: { cursor, limit: pageSize } },
      signal,
    }),
  );
  return (
    <ListTable
      caption={say('skipsOf')}
      pages={pages}
      keyOf={({ position }) => String(position)}
      empty={say('none')}
      columns={[
        { key: 'name', heading: say('name'), cell: ({ name }) => name },
        {
          key: 'reason',
          heading: say('reason'),
          cell: ({ reason, characters }) => (
            <>
              {reason} {characters.length > 0 && say('characters', { characters: characters.join(' ') })}
            </>
          ),
        },
        { key: 'paper', heading: say('paper'), cell: ({ paper }) => say(paper) },
        { key: 'studentNo', heading: say('studentNo'), cell: ({ studentNo }) => studentNo },
      ]}
    />
  );
}
