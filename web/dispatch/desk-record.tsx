import { useQueryClient } from '@tanstack/react-query';
import { WriteState } from '../app/write-state.tsx';
import { answerOf, api } from '../http/client.ts';
import { useCommand } from '../http/command.ts';
import type { Dispatch } from './desk-dispatch.ts';
import { OutcomeForm } from './desk-outcome-form.tsx';
import { SendForm } from './desk-send-form.tsx';
import { useDeskFileWords } from './desk-words.ts';

/** What may be recorded from here, as the server says. */
export function RecordDispatch({ file }: { readonly file: Dispatch }) {
  const say = useDeskFileWords();
  const cache = useQueryClient();
  const taken = (next: Dispatch) => {
    cache.setQueryData(['dispatches', 'one', next.id], next);
    void cache.invalidateQueries({ queryKey: ['dispatches'] });
  };
  const reissue = useCommand(
    (dispatchId: string, headers) =>
      answerOf(api.POST('/api/dispatches/{dispatchId}/reissue', { params: { path: { dispatchId } }, body: {}, headers })),
    taken,
  );
  return (
    <>
      {file.needsAttention?.next.includes('REISSUE') && (
        <div className="actions">
          <button type="button" className="plain-button" disabled={reissue.isPending} onClick={() => reissue.mutate(file.id)}>
            {say('REISSUE')}
          </button>
        </div>
      )}
      <WriteState of={reissue} />
      {file.allowedStatuses.includes('SENT') && <SendForm dispatchId={file.id} onDone={taken} />}
      {file.serial !== null && <OutcomeForm key={file.status} file={file} onDone={taken} />}
    </>
  );
}
