import { useState } from 'react';
import { useTitle } from '../app/title.ts';
import { api } from '../http/client.ts';
import { Dialog } from '../lists/dialog.tsx';
import { ListTable } from '../lists/list-table.tsx';
import { shortMoment } from '../lists/short-moment.ts';
import { pageSize, usePages } from '../lists/use-pages.ts';
import { useBilingual } from '../text/words.ts';
import { NoticeForm } from './desk-notice-form.tsx';
import { WithdrawNotice } from './desk-withdraw-notice.tsx';
import type { WrittenNotice } from './notice-draft.ts';
import { useNoticeWords } from './words.ts';

const marks = { SCHEDULED: 'warn', PUBLISHED: 'good', EXPIRED: 'plain', WITHDRAWN: 'bad' } as const;
interface Chosen {
  readonly act: 'WRITE' | 'CHANGE' | 'WITHDRAW';
  readonly notice?: WrittenNotice;
}

/** R1 通知公告: what the school, province or ministry has written, and how many have read it. */
export function Component() {
  const say = useNoticeWords();
  const inWords = useBilingual();
  const [chosen, setChosen] = useState<Chosen>();
  useTitle(say('title'));
  const pages = usePages(['written-notices'], (cursor, signal) =>
    api.GET('/api/written-notices', { params: { query: { cursor, limit: pageSize } }, signal }),
  );
  const close = () => setChosen(undefined);
  const titleOf = ({ zh, en }: WrittenNotice): string => inWords({ zh: zh.title, en: en?.title ?? zh.title });
  return (
    <>
      <div className="page-head">
        <h1>{say('title')}</h1>
        <button type="button" className="button" onClick={() => setChosen({ act: 'WRITE' })}>
          {say('write')}
        </button>
      </div>
      <ListTable
        caption={say('title')}
        pages={pages}
        keyOf={({ id }) => id}
        empty={say('none')}
        columns={[
          {
            key: 'title',
            heading: say('heading'),
            cell: (notice) => (
              <>
                {notice.pinned && <span className="tag plain">{say('pinned')}</span>} {titleOf(notice)}
              </>
            ),
          },
          { key: 'state', heading: say('state'), cell: ({ state }) => <span className={`tag ${marks[state]}`}>{say(state)}</span> },
          {
            key: 'audience',
            heading: say('audience'),
            cell: ({ audience, schools, cohorts }) =>
              [
                say(audience),
                ...(schools.length > 3 ? [say('chosenSchools', { count: schools.length })] : schools.map(({ name }) => name)),
                ...cohorts,
              ].join(' · '),
          },
          { key: 'from', heading: say('from'), cell: ({ publishFrom }) => shortMoment(publishFrom) },
          { key: 'until', heading: say('until'), cell: ({ publishUntil }) => publishUntil !== null && shortMoment(publishUntil) },
          { key: 'readers', heading: say('readers'), figures: true, cell: ({ readers }) => readers },
          {
            key: 'acts',
            heading: say('acts'),
            cell: (notice) =>
              notice.state !== 'WITHDRAWN' && (
                <>
                  <button
                    type="button"
                    className="link-button"
                    aria-label={say('changeOne', { title: titleOf(notice) })}
                    onClick={() => setChosen({ act: 'CHANGE', notice })}
                  >
                    {say('change')}
                  </button>{' '}
                  <button
                    type="button"
                    className="link-button"
                    aria-label={say('withdrawOne', { title: titleOf(notice) })}
                    onClick={() => setChosen({ act: 'WITHDRAW', notice })}
                  >
                    {say('withdraw')}
                  </button>
                </>
              ),
          },
        ]}
      />
      {chosen?.act === 'WITHDRAW' && chosen.notice && <WithdrawNotice notice={chosen.notice} onClose={close} />}
      {chosen && chosen.act !== 'WITHDRAW' && (
        <Dialog title={chosen.notice ? say('changeOne', { title: titleOf(chosen.notice) }) : say('write')} onClose={close}>
          <NoticeForm notice={chosen.notice} onDone={close} />
        </Dialog>
      )}
    </>
  );
}
