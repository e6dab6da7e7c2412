import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { WriteState } from '../app/write-state.tsx';
import { answerOf, api } from '../http/client.ts';
import { useCommand } from '../http/command.ts';
import { Dialog } from '../lists/dialog.tsx';
import { useRosterWords } from './words.ts';

export function CancelImport({ id }: { readonly id: string }) {
  const say = useRosterWords();
  const cache = useQueryClient();
  const [open, setOpen] = useState(false);
  const cancel = useCommand(
    (_: object, headers) => answerOf(api.POST('/api/rosters/{id}/cancellation', { params: { path: { id } }, headers })),
    (roster) => cache.setQueryData(['roster', id], roster),
  );
  return (
    <>
      <button type="button" className="plain-button" onClick={() => setOpen(true)}>
        {say('cancelImport')}
      </button>
      {open && (
        <Dialog title={say('cancelImport')} onClose={() => setOpen(false)}>
          <p>{say('cancelHelp')}</p>
          <button type="button" className="danger-button" disabled={cancel.isPending} onClick={() => cancel.mutate({})}>
            {say('cancelImport')}
          </button>
          <WriteState of={cancel} />
        </Dialog>
      )}
    </>
  );
}
