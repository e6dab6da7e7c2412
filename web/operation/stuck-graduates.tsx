import type { components } from '../../generated/openapi.ts';
import { api } from '../http/client.ts';
import { ListTable, type Column } from '../lists/list-table.tsx';
import { shortMoment } from '../lists/short-moment.ts';
import { usePages } from '../lists/use-pages.ts';
import { useOperationWords } from './words.ts';

type Stuck = components['schemas']['StuckGraduate'];

export function StuckGraduates({ stuck }: { readonly stuck: 'COMMANDS' | 'OVERDUE' }) {
  const say = useOperationWords();
  const pages = usePages<Stuck>(['stuck', stuck], (cursor, signal) =>
    api.GET('/api/operator/graduates', { params: { query: { stuck, ...(cursor !== undefined && { cursor }) } }, signal }),
  );
  const columns: readonly Column<Stuck>[] = [
    { key: 'school', heading: say('school'), cell: (row) => row.school },
    { key: 'cohort', heading: say('cohort'), cell: (row) => row.cohort, figures: true },
    { key: 'stage', heading: say('stage'), cell: (row) => <code>{row.stage}</code> },
    { key: 'deadline', heading: say('deadline'), cell: (row) => row.nextDeadline !== null && shortMoment(row.nextDeadline) },
    { key: 'waiting', heading: say('waiting'), cell: (row) => row.waitingCommands, figures: true },
    {
      key: 'workflow',
      heading: say('workflow'),
      cell: (row) => (
        <a href={row.workflow} target="_blank" rel="noreferrer">
          {say('openWorkflow')}
          <span className="visually-hidden"> {row.graduateId}</span>
        </a>
      ),
    },
  ];
  return (
    <ListTable
      caption={`${say('stuck')}: ${say(stuck)}`}
      pages={pages}
      columns={columns}
      keyOf={(row) => row.graduateId}
      empty={say('nobody')}
    />
  );
}
