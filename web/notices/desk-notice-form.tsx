import { useQueryClient } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { WriteState } from '../app/write-state.tsx';
import { answerOf, api } from '../http/client.ts';
import { useCommand } from '../http/command.ts';
import { useDraft } from '../http/draft.ts';
import { useBilingual } from '../text/words.ts';
import { NoticeFields } from './desk-notice-fields.tsx';
import { emptyNotice, noticeBody, typedNotice, type NoticeBody, type WrittenNotice } from './notice-draft.ts';
import { NoticeText } from './notice-text.tsx';
import { useNoticeWords } from './words.ts';

/** Writes a notice, or changes one; beside it stands what its readers will see. */
export function NoticeForm({ notice, onDone }: { readonly notice: WrittenNotice | undefined; readonly onDone: () => void }) {
  const say = useNoticeWords();
  const inWords = useBilingual();
  const cache = useQueryClient();
  // A draft belongs to the version it was begun from.
  const { value, change, forget } = useDraft(
    `notice:${notice?.id ?? 'new'}:${notice?.version ?? 0}`,
    notice ? typedNotice(notice) : emptyNotice,
  );
  const save = useCommand(
    (body: NoticeBody, headers) =>
      answerOf(
        notice
          ? api.POST('/api/written-notices/{noticeId}', {
              params: { path: { noticeId: notice.id } },
              body,
              headers: { ...headers, 'If-Match': `"${notice.version}"` },
            })
          : api.POST('/api/written-notices', { body, headers }),
      ),
    () => {
      forget();
      void cache.invalidateQueries({ queryKey: ['written-notices'] });
      onDone();
    },
  );
  const body = noticeBody(value);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate(body);
  };
  return (
    <form onSubmit={submit}>
      {notice && <p className="note">{say('changeHelp')}</p>}
      <NoticeFields value={value} onChange={change} error={save.error} />
      <section className="card" aria-label={say('preview')}>
        <h3>{say('preview')}</h3>
        <h4>{inWords({ zh: value.titleZh, en: body.en?.title ?? value.titleZh }) || say('heading')}</h4>
        <NoticeText text={inWords({ zh: value.textZh, en: body.en?.text ?? value.textZh })} />
      </section>
      <button className="button" disabled={save.isPending}>
        {say(notice ? 'save' : 'publish')}
      </button>
      <WriteState of={save} />
    </form>
  );
}
