import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { WriteState } from '../app/write-state.tsx';
import { answerOf, api } from '../http/client.ts';
import { useCommand } from '../http/command.ts';
import { Dialog } from '../lists/dialog.tsx';
import type { Roster } from './roster.ts';
import { useRosterWords } from './words.ts';

/** R21: before the rows go on, what that means for those who are there: who returns to 未确认, and how many numbers die. */
export function CommitImport({ roster: { id, asked, valid, changed, invalid, consequences } }: { readonly roster: Roster }) {
  const say = useRosterWords();
  const cache = useQueryClient();
  const [open, setOpen] = useState(false);
  const commit = useCommand(
    (_: object, headers) => answerOf(api.POST('/api/rosters/{id}/commit', { params: { path: { id } }, headers })),
    (roster) => {
      setOpen(false);
      cache.setQueryData(['roster', id], roster);
    },
  );
  return (
    <>
      <button type="button" className="button" disabled={commit.isSuccess || asked !== null} onClick={() => setOpen(true)}>
        {say('commit')}
      </button>
      {open && (
        <Dialog title={say('commitTitle')} onClose={() => setOpen(false)}>
          <ul>
            <li>{say('commitNew', { count: valid })}</li>
            {changed > 0 && <li>{say('commitChanged', { count: changed })}</li>}
            {invalid > 0 && <li>{say('commitInvalid', { count: invalid })}</li>}
          </ul>
          {(consequences.returning > 0 || consequences.dyingNumbers > 0) && (
            <div className="note">
              <p>{say('commitReturning', { count: consequences.returning })}</p>
              <p>{say('commitDying', { count: consequences.dyingNumbers })}</p>
            </div>
          )}
          <button type="button" className="button" disabled={commit.isPending} onClick={() => commit.mutate({})}>
            {say('commitNow')}
          </button>
          <WriteState of={commit} />
        </Dialog>
      )}
    </>
  );
}
