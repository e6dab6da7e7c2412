import { api } from '../http/client.ts';
import { ListTable } from '../lists/list-table.tsx';
import { shortMoment } from '../lists/short-moment.ts';
import { pageSize, usePages } from '../lists/use-pages.ts';
import type { DispatchQuery } from './desk-query.ts';
import { useDeskFileWords } from './desk-words.ts';
import { StatusTag } from './desk-status.tsx';

/** The files of the query, newest first; what somebody must look at is marked in words. */
export function DispatchList({ query, onOpen }: { readonly query: DispatchQuery; readonly onOpen: (id: string) => void }) {
  const say = useDeskFileWords();
  const { status, cohort, collegeId, serial, overdue, numberDead } = query;
  const pages = usePages(['dispatches', 'list', query], (cursor, signal) =>
    api.GET('/api/dispatches', {
      signal,
      params: {
        query: {
          cursor,
          limit: pageSize,
          ...(status !== null && { status }),
          ...(cohort !== null && { cohort: String(cohort) }),
          ...(collegeId !== null && { collegeId }),
          ...(serial !== null && { serial }),
          ...(overdue && { overdue: 'true' as const }),
          ...(numberDead && { numberDead: 'true' as const }),
        },
      },
    }),
  );
  return (
    <ListTable
      caption={say('list')}
      pages={pages}
      keyOf={({ id }) => id}
      empty={say('none')}
      columns={[
        {
          key: 'name',
          heading: say('name'),
          cell: ({ id, name }) => (
            <button type="button" className="link-button" onClick={() => onOpen(id)}>
              {name}
            </button>
          ),
        },
        { key: 'studentNo', heading: say('studentNo'), cell: ({ studentNo }) => <span className="number">{studentNo}</span> },
        {
          key: 'serial',
          heading: say('serial'),
          cell: ({ serial: number }) => number !== null && <span className="number">{number}</span>,
        },
        { key: 'status', heading: say('anyStatus'), cell: (row) => <StatusTag of={row} /> },
        { key: 'unit', heading: say('unit'), cell: ({ unitName }) => unitName },
        {
          key: 'tracking',
          heading: say('tracking'),
          cell: ({ trackingNumber }) => trackingNumber !== null && <span className="number">{trackingNumber}</span>,
        },
        { key: 'prepared', heading: say('preparedAt'), cell: ({ preparedAt }) => shortMoment(preparedAt.at) },
        { key: 'sent', heading: say('sentAt'), cell: ({ sentAt }) => sentAt !== null && shortMoment(sentAt.at) },
      ]}
    />
  );
}
