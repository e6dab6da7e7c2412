import { ListTable } from '../lists/list-table.tsx';
import { usePages } from '../lists/use-pages.ts';
import { candidatesOf, type Candidate, type CandidateQuery } from './desk-preparing.ts';
import { useDeskFileWords } from './desk-words.ts';

interface Props {
  readonly query: CandidateQuery;
  readonly chosen: ReadonlyMap<string, Candidate>;
  readonly onChoose: (chosen: ReadonlyMap<string, Candidate>) => void;
}

/** Graduates whose file may be made ready, to choose from. */
export function Candidates({ query, chosen, onChoose }: Props) {
  const say = useDeskFileWords();
  const pages = usePages(['transfer-list', 'candidates', query], (cursor, signal) => candidatesOf(query, cursor, signal), {
    enabled: query.cohort !== null,
  });
  const choose = ({ graduateId, name }: Candidate, on: boolean) => {
    const next = new Map(chosen);
    if (on) next.set(graduateId, { graduateId, name });
    else next.delete(graduateId);
    onChoose(next);
  };
  return (
    <ListTable
      caption={say('candidates')}
      pages={pages}
      keyOf={({ graduateId }) => graduateId}
      empty={say('nobody')}
      columns={[
        {
          key: 'chosen',
          heading: say('chosen'),
          cell: (row) => (
            <input
              type="checkbox"
              className="mark"
              aria-label={say('choose', { name: row.name })}
              checked={chosen.has(row.graduateId)}
              onChange={({ target }) => choose(row, target.checked)}
            />
          ),
        },
        { key: 'name', heading: say('name'), cell: ({ name }) => name },
        { key: 'studentNo', heading: say('studentNo'), cell: ({ studentNo }) => <span className="number">{studentNo}</span> },
        {
          key: 'unit',
          heading: say('unit'),
          cell: ({ transfer }) => (typeof transfer?.['unitName'] === 'string' ? transfer['unitName'] : ''),
        },
      ]}
    />
  );
}
