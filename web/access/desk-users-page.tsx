import { useState } from 'react';
import { schoolPosts, type SchoolRole } from '../../domain/access/staff-posts.ts';
import { useTitle } from '../app/title.ts';
import { api } from '../http/client.ts';
import { ListTable } from '../lists/list-table.tsx';
import { pageSize, usePages } from '../lists/use-pages.ts';
import { usePunctuation } from '../text/punctuation.ts';
import { useBilingual } from '../text/words.ts';
import { InviteForm } from './invite-form.tsx';
import { ManageStaff } from './manage-staff.tsx';
import { useStaffWords } from './staff-words.ts';

/** Who works for the school, in which posts. */
export function Component() {
  const say = useStaffWords();
  const { semicolon } = usePunctuation();
  const inWords = useBilingual();
  const [chosen, setChosen] = useState<string>();
  useTitle(say('title'));
  const pages = usePages(['staff'], (cursor, signal) => api.GET('/api/staff', { params: { query: { cursor, limit: pageSize } }, signal }));
  const person = pages.rows.find(({ id }) => id === chosen);
  return (
    <>
      <h1>{say('title')}</h1>
      <InviteForm />
      <ListTable
        caption={say('title')}
        pages={pages}
        keyOf={({ id }) => id}
        empty={say('none')}
        columns={[
          { key: 'name', heading: say('name'), cell: ({ displayName }) => displayName },
          { key: 'signIn', heading: say('signInName'), cell: ({ signInName }) => signInName },
          {
            key: 'posts',
            heading: say('posts'),
            cell: ({ posts }) =>
              posts
                .map(({ role, college }) => [inWords(schoolPosts[role as SchoolRole]), college].filter(Boolean).join(' · '))
                .join(semicolon),
          },
          {
            key: 'state',
            heading: say('state'),
            cell: ({ state }) => (
              <span className={`tag ${state === 'ACTIVE' ? 'good' : state === 'LOCKED' ? 'bad' : 'warn'}`}>{say(state)}</span>
            ),
          },
          { key: 'factor', heading: say('factor'), cell: ({ secondFactor }) => say(secondFactor ? 'yes' : 'no') },
          {
            key: 'manage',
            heading: say('manage'),
            cell: ({ id, self, displayName }) =>
              self ? (
                <span className="soft">{say('self')}</span>
              ) : (
                <button
                  type="button"
                  className="link-button"
                  aria-label={say('manageOne', { name: displayName })}
                  onClick={() => setChosen(id)}
                >
                  {say('manage')}
                </button>
              ),
          },
        ]}
      />
      {person && <ManageStaff person={person} onClose={() => setChosen(undefined)} />}
    </>
  );
}
