import { useQueryClient } from '@tanstack/react-query';
import type { components } from '../../generated/openapi.ts';
import { WriteState } from '../app/write-state.tsx';
import { api } from '../http/client.ts';
import { useCommand } from '../http/command.ts';
import { ListTable, type Column } from '../lists/list-table.tsx';
import { shortMoment } from '../lists/short-moment.ts';
import { usePages } from '../lists/use-pages.ts';
import { useOperationWords } from './words.ts';

type Failed = components['schemas']['FailedNotification'];

export function FailedMails() {
  const say = useOperationWords();
  const cache = useQueryClient();
  const pages = usePages<Failed>(['failed-mails'], (cursor, signal) =>
    api.GET('/api/operator/notifications', { params: { query: cursor === undefined ? {} : { cursor } }, signal }),
  );
  const again = useCommand(
    (id: string) => api.POST('/api/operator/notifications/{id}/resend', { params: { path: { id } } }),
    () => void cache.invalidateQueries({ queryKey: ['failed-mails'] }),
  );
  const columns: readonly Column<Failed>[] = [
    { key: 'at', heading: say('at'), cell: (row) => shortMoment(row.createdAt) },
    { key: 'event', heading: say('event'), cell: (row) => <code>{row.event}</code> },
    { key: 'attempts', heading: say('attempts'), cell: (row) => row.attempts, figures: true },
    { key: 'failure', heading: say('failure'), cell: (row) => row.failure },
    {
      key: 'again',
      heading: say('again'),
      cell: (row) => (
        <button type="button" className="plain-button" disabled={again.isPending} onClick={() => again.mutate(row.id)}>
          {say('again')}
        </button>
      ),
    },
  ];
  return (
    <>
      <ListTable caption={say('failed')} pages={pages} columns={columns} keyOf={(row) => row.id} empty={say('nobody')} />
      <WriteState of={again} />
    </>
  );
}
