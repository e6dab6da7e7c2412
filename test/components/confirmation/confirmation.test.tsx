import { skipToken, useQuery } from '@tanstack/react-query';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { Confirmation } from '../../../web/confirmation/confirmation.tsx';
import type { OwnGraduate } from '../../../web/graduate/own-graduate.ts';
import { queryClient } from '../../../web/http/query-client.ts';
import { chooseLanguage } from '../../../web/text/language.ts';
import { ownGraduate } from '../support/own-graduate.ts';
import { serve, show } from '../support/page.tsx';

const line = (field: string, zh: string, value: string) => ({ field, words: { zh, en: field }, value: { zh: value, en: value } });
const graduate = (digest: string, unit: string): OwnGraduate =>
  ownGraduate({
    confirmation: {
      status: 'UNCONFIRMED',
      recordDigest: digest,
      lastConfirmed: null,
      reported: null,
      history: [],
      registration: [{ part: 'DESTINATION', lines: [line('entityName', '单位名称', unit)] }],
    },
    allowedActions: [
      { action: 'CONFIRM', target: null, allowed: true, lock: null },
      { action: 'DISPUTE', target: null, allowed: true, lock: null },
    ],
  });
const [before, after] = [graduate('a'.repeat(64), '示例研究院'), graduate('b'.repeat(64), '示例理工大学')];
const confirm = `POST /api/graduates/${before.id}/confirmation/confirm`;
const dispute = `POST /api/graduates/${before.id}/confirmation/dispute`;
const done = { command: { id: before.id, status: 'DONE', ids: {} }, graduate: null };
const changed = {
  type: '/problems/RECORD_CHANGED',
  title: '',
  status: 409,
  detail: '',
  instance: '',
  code: 'RECORD_CHANGED',
  words: { zh: '', en: '', detail: { zh: '登记已变', en: 'changed' } },
  current: after,
};

beforeAll(() => chooseLanguage('zh'));
beforeEach(() => sessionStorage.clear());

/** As the page does: what stands in the cache. */
function Page() {
  const { data } = useQuery<OwnGraduate>({ queryKey: ['graduate', before.id], queryFn: skipToken });
  return data ? <Confirmation graduate={data} /> : null;
}
function open() {
  show(<Page />);
  queryClient.setQueryData(['graduate', before.id], before);
}
const press = async (name: string) => fireEvent.click(await screen.findByRole('button', { name }));

describe('the confirmation', () => {
  it('R21 confirms what was seen, by its digest', async () => {
    const asked = serve({ [confirm]: () => ({ body: done }) });
    open();
    await press('信息无误，确认登记去向');
    await waitFor(() => expect(asked).toEqual([{ what: confirm, body: { digest: 'a'.repeat(64) } }]));
  });

  it('R21 shows the difference when the record has moved, at the focus, and confirms the new one only after it was seen', async () => {
    const asked = serve({
      [confirm]: (body) => ((body as { digest: string }).digest.startsWith('a') ? { status: 409, body: changed } : { body: done }),
    });
    open();
    await press('信息无误，确认登记去向');
    const heading = await screen.findByRole('heading', { name: '您打开本页后，登记信息有变动' });
    expect(document.activeElement).toBe(heading);
    expect(heading.closest('section')?.textContent).toContain('示例研究院');
    expect(heading.closest('section')?.textContent).toContain('示例理工大学');
    expect(screen.queryByRole('button', { name: '信息无误，确认登记去向' })).toBeNull();
    await press('已看到变动，继续');
    await press('信息无误，确认登记去向');
    await waitFor(() => expect(asked.map(({ body }) => body)).toEqual([{ digest: 'a'.repeat(64) }, { digest: 'b'.repeat(64) }]));
  });

  it('R22 a dispute names the fields of what was seen and says what is wrong', async () => {
    const asked = serve({ [dispute]: () => ({ body: done }) });
    open();
    fireEvent.click(await screen.findByText('信息有误，需要更新后确认'));
    expect(screen.getByRole('button', { name: '提交', hidden: true })).toHaveProperty('disabled', true);
    fireEvent.click(screen.getByLabelText('单位名称'));
    fireEvent.change(screen.getByLabelText('具体情况'), { target: { value: '单位已更名' } });
    fireEvent.click(screen.getByRole('button', { name: '提交', hidden: true }));
    await waitFor(() =>
      expect(asked).toEqual([{ what: dispute, body: { digest: 'a'.repeat(64), text: '单位已更名', fields: ['DESTINATION.entityName'] } }]),
    );
  });
});
