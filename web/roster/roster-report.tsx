import { columnOf, type RosterField } from '../../domain/roster/columns.ts';
import { api } from '../http/client.ts';
import { Field } from '../lists/field.tsx';
import { ListTable } from '../lists/list-table.tsx';
import { useFilters } from '../lists/use-filters.ts';
import { useListWords } from '../lists/words.ts';
import { pageSize, usePages } from '../lists/use-pages.ts';
import { usePunctuation } from '../text/punctuation.ts';
import { RowProblem } from './row-problem.tsx';
import type { Roster, RosterRow } from './roster.ts';
import { useRosterWords } from './words.ts';

const statuses = ['VALID', 'INVALID', 'CHANGED', 'EXISTING', 'IMPORTED', 'UPDATED', 'REMOVED'] as const;
const marks: Readonly<Record<RosterRow['status'], string>> = {
  VALID: 'good',
  INVALID: 'bad',
  CHANGED: 'warn',
  EXISTING: 'plain',
  IMPORTED: 'good',
  UPDATED: 'good',
  REMOVED: 'plain',
};

/** What is wrong with which row, and the place to put it right. */
export function RosterReport({ roster, mayMend }: { readonly roster: Roster; readonly mayMend: boolean }) {
  const say = useRosterWords();
  const { list, semicolon } = usePunctuation();
  const lists = useListWords();
  const { get, set } = useFilters();
  const query = {
    status: (get('row') || undefined) as RosterRow['status'] | undefined,
    severity: (get('severity') || undefined) as 'ERROR' | 'WARNING' | undefined,
  };
  const pages = usePages(['roster', roster.id, 'rows', roster.status, roster.valid, query], (cursor, signal) =>
    api.GET('/api/rosters/{id}/rows', { params: { path: { id: roster.id }, query: { ...query, cursor, limit: pageSize } }, signal }),
  );
  return (
    <section aria-label={say('report')}>
      <h2>{say('report')}</h2>
      <div className="toolbar">
        <Field label={say('severity')}>
          <select value={get('severity')} onChange={({ target }) => set('severity', target.value)}>
            <option value="">{lists('all')}</option>
            <option value="ERROR">{say('ERROR')}</option>
            <option value="WARNING">{say('WARNING')}</option>
          </select>
        </Field>
        <Field label={say('rowStatus')}>
          <select value={get('row')} onChange={({ target }) => set('row', target.value)}>
            <option value="">{lists('all')}</option>
            {statuses.map((status) => (
              <option key={status} value={status}>
                {say(status)}
              </option>
            ))}
          </select>
        </Field>
      </div>
      <ListTable
        caption={say('report')}
        pages={pages}
        keyOf={({ rowNumber }) => String(rowNumber)}
        empty={say('reportEmpty')}
        columns={[
          { key: 'row', heading: say('rowNumber'), figures: true, cell: ({ rowNumber }) => rowNumber },
          { key: 'status', heading: say('rowStatus'), cell: ({ status }) => <span className={`tag ${marks[status]}`}>{say(status)}</span> },
          {
            key: 'problems',
            heading: say('problems'),
            cell: (row) => (
              <>
                <ul className="problems">
                  {row.problems.map((problem) => (
                    <RowProblem
                      key={`${problem.field} ${problem.code}`}
                      id={roster.id}
                      rowNumber={row.rowNumber}
                      problem={problem}
                      mayMend={mayMend && row.status !== 'IMPORTED' && row.status !== 'UPDATED'}
                    />
                  ))}
                </ul>
                {row.changes && (
                  <p className="soft">
                    {[
                      row.changes.fields.length > 0 && say('changes', { fields: row.changes.fields.map(nameOf).join(list) }),
                      row.changes.returns && say('returns'),
                      row.changes.numbers > 0 && say('numbers', { count: row.changes.numbers }),
                    ]
                      .filter(Boolean)
                      .join(semicolon)}
                  </p>
                )}
              </>
            ),
          },
        ]}
      />
    </section>
  );
}

/** What an update changes is told by fields of the record, most of which the sheet has under the same name. */
function nameOf(field: string): string {
  try {
    return columnOf(field as RosterField).zh;
  } catch {
    return field;
  }
}
