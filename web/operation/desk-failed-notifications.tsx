import { useQueryClient } from '@tanstack/react-query';
import { WriteState } from '../app/write-state.tsx';
import { api } from '../http/client.ts';
import { useCommand } from '../http/command.ts';
import { ListTable } from '../lists/list-table.tsx';
import { shortMoment } from '../lists/short-moment.ts';
import { pageSize, usePages } from '../lists/use-pages.ts';
import { useOperationWords } from './words.ts';

/** Mails that were given up, to be put back into delivery. */
export function FailedNotifications() {
  const say = useOperationWords();
  const cache = useQueryClient();
  const pages = usePages(['failed-notifications'], (cursor, signal) => api.GET('/api/operator/notifications', { params: { query: { cursor, limit: pageSize } }, signal }));
  const resend = useCommand((id: string, headers) => api.POST('/api/operator/notifications/{id}/resend', { params: { path: { id } }, headers }), () => {
    void cache.invalidateQueries({ queryKey: ['failed-notifications'] });
    void cache.invalidateQueries({ queryKey: ['health'] });
  });
  return <section>
    <h2>{say('mails')}</h2>
    <WriteState of={resend} />
    <ListTable caption={say('mails')} pages={pages} keyOf={({ id }) => id} empty={say('none')} columns={[
      { key: 'event', heading: say('event'), cell: ({ event }) => event },
      { key: 'kind', heading: say('kind'), cell: ({ recipientKind }) => recipientKind },
      { key: 'at', heading: say('at'), cell: ({ createdAt }) => shortMoment(createdAt) },
      { key: 'attempts', heading: say('attempts'), figures: true, cell: ({ attempts }) => attempts },
      { key: 'failure', heading: say('failure'), cell: ({ failure }) => failure },
      { key: 'resend', heading: say('resend'), cell: ({ id }) => <button type="button" className="link-button" disabled={resend.isPending} aria-label={say('resendOne', { id })} onClick={() => resend.mutate(id)}>{say('resend')}</button> },
    ]} />
  </section>;
}
