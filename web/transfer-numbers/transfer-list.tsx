import { api } from '../http/client.ts';
import { ListTable } from '../lists/list-table.tsx';
import { shortMoment } from '../lists/short-moment.ts';
import { useCodes } from '../lists/use-codes.ts';
import { pageSize, usePages } from '../lists/use-pages.ts';
import type { TransferQuery } from './transfer-query.ts';
import { useTransferWords } from './words.ts';

const marks = { NONE: 'plain', CURRENT: 'good', STALE: 'warn', ENDED: 'plain' } as const;
const text = (content: Readonly<Record<string, unknown>> | null, field: string): string =>
  typeof content?.[field] === 'string' ? content[field] : '';

/** The list as it goes with the files, numbers included (R36: for who may see them, which is who sees this page). */
export function TransferList({ query }: { readonly query: TransferQuery }) {
  const say = useTransferWords();
  const destinationOf = useCodes('destinations');
  const { kind, cohort, collegeId, className, state, updatedFrom, updatedUntil } = query;
  const pages = usePages(
    ['transfer-list', query],
    (cursor, signal) =>
      api.GET('/api/transfer-lists/{kind}', {
        signal,
        params: {
          path: { kind },
          query: {
            cursor,
            limit: pageSize,
            ...(cohort !== null && { cohort: String(cohort) }),
            ...(collegeId !== null && { collegeId }),
            ...(className !== null && { className }),
            ...(state !== null && { state }),
            ...(updatedFrom !== null && { updatedFrom }),
            ...(updatedUntil !== null && { updatedUntil }),
          },
        },
      }),
    { enabled: cohort !== null },
  );
  return (
    <ListTable
      caption={say(kind)}
      pages={pages}
      keyOf={({ graduateId }) => graduateId}
      empty={say('none')}
      columns={[
        { key: 'name', heading: say('name'), cell: ({ name }) => name },
        { key: 'studentNo', heading: say('studentNo'), cell: ({ studentNo }) => studentNo },
        {
          key: 'place',
          heading: say('place'),
          cell: (row) => <span className="words">{[row.college, row.className].filter(Boolean).join(' ')}</span>,
        },
        {
          key: 'destination',
          heading: say('destination'),
          cell: ({ destination }) =>
            [destinationOf(text(destination, 'code')), text(destination, 'entityName')].filter(Boolean).join(' · '),
        },
        { key: 'transfer', heading: say('transfer'), cell: ({ transfer }) => text(transfer, 'unitName') },
        { key: 'state', heading: say('state'), cell: (row) => <span className={`tag ${marks[row.state]}`}>{say(row.state)}</span> },
        {
          key: 'number',
          heading: say('number'),
          cell: ({ transferNumber }) => transferNumber !== null && <span className="number">{transferNumber}</span>,
        },
        { key: 'updated', heading: say('updatedAt'), cell: ({ updatedAt }) => updatedAt !== null && shortMoment(updatedAt) },
      ]}
    />
  );
}
