import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { schoolPosts, type SchoolPost, type SchoolRole } from '../../domain/access/staff-posts.ts';
import { WriteState } from '../app/write-state.tsx';
import { answerOf, api } from '../http/client.ts';
import { useCommand } from '../http/command.ts';
import { Dialog } from '../lists/dialog.tsx';
import { useBilingual } from '../text/words.ts';
import type { Staff } from './staff.ts';
import { ManageAccount } from './manage-account.tsx';
import { ManageClasses } from './manage-classes.tsx';
import { firstPost, PostFields } from './post-fields.tsx';
import { useStaffWords } from './staff-words.ts';

/** One person of the staff: posts, classes, account. */
export function ManageStaff({ person, onClose }: { readonly person: Staff; readonly onClose: () => void }) {
  const say = useStaffWords();
  const inWords = useBilingual();
  const cache = useQueryClient();
  const [post, setPost] = useState(firstPost);
  const path = { accountId: person.id };
  const again = () => void cache.invalidateQueries({ queryKey: ['staff'] });
  const give = useCommand(
    (body: SchoolPost, headers) => answerOf(api.POST('/api/staff/{accountId}/posts', { params: { path }, body, headers })),
    again,
  );
  const end = useCommand(
    (postId: string, headers) =>
      api.POST('/api/staff/{accountId}/posts/{postId}/ending', { params: { path: { ...path, postId } }, headers }),
    again,
  );
  const nameOf = ({ role, college }: Staff['posts'][number]) =>
    [inWords(schoolPosts[role as SchoolRole]), college].filter(Boolean).join(' · ');
  return (
    <Dialog title={person.displayName} onClose={onClose}>
      <h3>{say('posts')}</h3>
      <ul>
        {person.posts.map((held) => (
          <li key={held.id}>
            {nameOf(held)}{' '}
            <button
              type="button"
              className="link-button"
              aria-label={say('endPost', { post: nameOf(held) })}
              onClick={() => end.mutate(held.id)}
            >
              {say('end')}
            </button>
          </li>
        ))}
      </ul>
      <WriteState of={end} />
      <form
        className="toolbar"
        onSubmit={(event) => {
          event.preventDefault();
          give.mutate(post);
        }}
      >
        <PostFields value={post} onChange={setPost} />
        <button className="button" disabled={give.isPending}>
          {say('addPost')}
        </button>
      </form>
      <WriteState of={give} />
      {person.posts.some(({ role }) => role === 'COUNSELLOR') && <ManageClasses person={person} />}
      <ManageAccount person={person} />
    </Dialog>
  );
}
