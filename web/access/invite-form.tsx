import { useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import type { SchoolPost } from '../../domain/access/staff-posts.ts';
import { WriteState } from '../app/write-state.tsx';
import { answerOf, api } from '../http/client.ts';
import { useCommand } from '../http/command.ts';
import { useDraft } from '../http/draft.ts';
import { Field } from '../lists/field.tsx';
import { problemOfField } from '../lists/field-problem.ts';
import { GivenPassword } from './given-password.tsx';
import { firstPost, PostFields } from './post-fields.tsx';
import { useStaffWords } from './staff-words.ts';

interface Invited {
  readonly signInName: string;
  readonly displayName: string;
  readonly email: string | null;
  readonly posts: SchoolPost[];
}
const nobody = { displayName: '', signInName: '', email: '' };

/** An account for somebody new, with its first post. */
export function InviteForm() {
  const say = useStaffWords();
  const cache = useQueryClient();
  const { value, change, forget } = useDraft('invite', nobody);
  const [post, setPost] = useState(firstPost);
  const invite = useCommand(
    (body: Invited, headers) => answerOf(api.POST('/api/staff', { body, headers })),
    () => {
      change(nobody);
      forget();
      void cache.invalidateQueries({ queryKey: ['staff'] });
    },
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    invite.mutate({ ...value, email: value.email || null, posts: [post] });
  };
  return (
    <details className="card">
      <summary>{say('invite')}</summary>
      <form onSubmit={submit}>
        <div className="toolbar">
          <Field label={say('name')} problem={problemOfField(invite.error, 'displayName')}>
            <input
              required
              maxLength={60}
              value={value.displayName}
              onChange={({ target }) => change({ ...value, displayName: target.value })}
            />
          </Field>
          <Field label={say('signInName')} help={say('signInHelp')} problem={problemOfField(invite.error, 'signInName')}>
            <input
              required
              maxLength={40}
              autoCapitalize="none"
              spellCheck={false}
              value={value.signInName}
              onChange={({ target }) => change({ ...value, signInName: target.value })}
            />
          </Field>
          <Field label={say('email')} problem={problemOfField(invite.error, 'email')}>
            <input type="email" value={value.email} onChange={({ target }) => change({ ...value, email: target.value })} />
          </Field>
          <PostFields value={post} onChange={setPost} problem={problemOfField(invite.error, 'posts.0.collegeId')} />
        </div>
        <button className="button" disabled={invite.isPending}>
          {say('inviteNow')}
        </button>
        <WriteState of={invite} />
        {invite.data && <GivenPassword given={invite.data} />}
      </form>
    </details>
  );
}
