import { Link, useOutletContext } from 'react-router';
import { mayDo, type Me } from '../access/me.ts';
import { useTitle } from '../app/title.ts';
import { api } from '../http/client.ts';
import { ListTable } from '../lists/list-table.tsx';
import { shortMoment } from '../lists/short-moment.ts';
import { pageSize, usePages } from '../lists/use-pages.ts';
import { UploadForm } from './upload-form.tsx';
import { useRosterWords } from './words.ts';

/** R3, R4: the school's rosters, and the way to bring one in. */
export function Component() {
  const say = useRosterWords();
  const me = useOutletContext<Me>();
  useTitle(say('title'));
  const pages = usePages(['rosters'], (cursor, signal) =>
    api.GET('/api/rosters', { params: { query: { cursor, limit: pageSize } }, signal }),
  );
  return (
    <>
      <h1>{say('title')}</h1>
      {mayDo(me, { resource: 'roster', action: 'upload' }) && <UploadForm />}
      <h2>{say('list')}</h2>
      <ListTable
        caption={say('list')}
        pages={pages}
        keyOf={({ id }) => id}
        empty={say('none')}
        columns={[
          { key: 'cohort', heading: say('cohort'), cell: ({ id, cohort }) => <Link to={id}>{say('one', { cohort })}</Link> },
          { key: 'status', heading: say('status'), cell: ({ status }) => say(status) },
          { key: 'at', heading: say('uploadedAt'), cell: ({ uploadedAt }) => shortMoment(uploadedAt) },
          { key: 'by', heading: say('uploadedBy'), cell: ({ uploadedBy }) => uploadedBy },
        ]}
      />
    </>
  );
}
