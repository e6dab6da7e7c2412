import { useQueryClient } from '@tanstack/react-query';
import { WriteState } from '../app/write-state.tsx';
import { answerOf, api } from '../http/client.ts';
import { useCommand } from '../http/command.ts';
import { Dialog } from '../lists/dialog.tsx';
import type { WrittenNotice } from './notice-draft.ts';
import { useNoticeWords } from './words.ts';

export function WithdrawNotice({ notice: { id, zh }, onClose }: { readonly notice: WrittenNotice; readonly onClose: () => void }) {
  const say = useNoticeWords();
  const cache = useQueryClient();
  const withdraw = useCommand(
    (_: object, headers) =>
      answerOf(api.POST('/api/written-notices/{noticeId}/withdrawal', { params: { path: { noticeId: id } }, headers, body: {} as never })),
    () => {
      void cache.invalidateQueries({ queryKey: ['written-notices'] });
      onClose();
    },
  );
  return (
    <Dialog title={say('withdrawOne', { title: zh.title })} onClose={onClose}>
      <p>{say('withdrawSure')}</p>
      <button type="button" className="danger-button" disabled={withdraw.isPending} onClick={() => withdraw.mutate({})}>
        {say('withdrawNow')}
      </button>
      <WriteState of={withdraw} />
    </Dialog>
  );
}
