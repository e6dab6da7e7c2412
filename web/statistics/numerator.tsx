import { api } from '../http/client.ts';
import { ListTable } from '../lists/list-table.tsx';
import { useCodes } from '../lists/use-codes.ts';
import { pageSize, usePages } from '../lists/use-pages.ts';
import { useStatisticsWords } from './words.ts';

/** Who stands in the numerator of a figure, as it was counted. */
export function Numerator({ figureId }: { readonly figureId: string }) {
  const say = useStatisticsWords();
  const destinationOf = useCodes('destinations');
  const pages = usePages(['statistics', 'numerator', figureId], (cursor, signal) =>
    api.GET('/api/statistics/figures/{figureId}/numerator', { params: { path: { figureId }, query: { cursor, limit: pageSize } }, signal }),
  );
  return (
    <section className="card" aria-label={say('numerator')}>
      <h2>{say('numerator')}</h2>
      <ListTable
        caption={say('numerator')}
        pages={pages}
        keyOf={({ graduateId }) => graduateId}
        empty={say('noNumerator')}
        columns={[
          { key: 'name', heading: say('name'), cell: ({ name }) => name },
          { key: 'studentNo', heading: say('studentNo'), cell: ({ studentNo }) => studentNo },
          { key: 'destination', heading: say('destination'), cell: ({ destinationCode }) => destinationOf(destinationCode) },
        ]}
      />
    </section>
  );
}
