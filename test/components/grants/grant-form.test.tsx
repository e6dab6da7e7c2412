import { fireEvent, screen, waitFor } from '@testing-library/react';
import { GrantForm } from '../../../web/grants/grant-form.tsx';
import { chooseLanguage } from '../../../web/text/language.ts';
import { ownGraduate } from '../support/own-graduate.ts';
import { serve, show } from '../support/page.tsx';

const now = Date.parse('2027-07-01T04:00:00Z');
const choice = (name: string, endDate: string, zh: string) => ({ choice: name, endDate, words: { zh, en: zh } });
const graduate = (freshUntil: string | null) =>
  ownGraduate({
    asOf: new Date(now).toISOString(),
    proofing: { freshUntil },
    deadlines: { verificationEndsAt: { at: '2027-12-31T15:59:59Z', text: '2027-12-31 23:59:59' } },
    grants: {
      grants: [],
      kinds: [],
      endDateChoices: [
        choice('WEEK', '2027-07-08', '一周'),
        choice('MONTH', '2027-08-01', '一个月'),
        choice('SERVICE_END', '2027-12-31', '至服务截止'),
      ],
    },
  });
const proofed = graduate(new Date(now + 60_000).toISOString());
const grants = `POST /api/graduates/${proofed.id}/grants`;
const done = { command: { id: proofed.id, status: 'DONE', ids: {} }, graduate: null };

beforeAll(() => chooseLanguage('zh'));
beforeEach(() => sessionStorage.clear());

const form = (of = proofed) => show(<GrantForm graduate={of} kind="DOSSIER" now={now} />);
const issue = () => fireEvent.click(screen.getByRole('button', { name: '授权档案核验' }));

describe('the form of a grant', () => {
  it.each([
    ['一周', '2027-07-08'],
    ['一个月', '2027-08-01'],
    ['至服务截止', '2027-12-31'],
  ])('R27 X25 has %s at hand and sends its day', async (words, endDate) => {
    const asked = serve({ [grants]: () => ({ body: done }) });
    form();
    fireEvent.click(screen.getByLabelText(new RegExp(`^${words}`)));
    issue();
    await waitFor(() => expect(asked).toEqual([{ what: grants, body: { kind: 'DOSSIER', endDate } }]));
  });

  it('R27 R33 takes another day, from today to the end of the service, and none before it is chosen', async () => {
    const asked = serve({ [grants]: () => ({ body: done }) });
    form();
    fireEvent.click(screen.getByRole('radio', { name: '其他日期' }));
    expect(screen.getByRole('button', { name: '授权档案核验' })).toHaveProperty('disabled', true);
    const day = document.querySelector<HTMLInputElement>('input[type=date]')!;
    expect([day.min, day.max]).toEqual(['2027-07-01', '2027-12-31']);
    fireEvent.change(day, { target: { value: '2027-09-10' } });
    issue();
    await waitFor(() => expect(asked).toEqual([{ what: grants, body: { kind: 'DOSSIER', endDate: '2027-09-10' } }]));
  });

  it.each([
    ['none', null],
    ['one that is over', new Date(now - 1).toISOString()],
  ])('R26 with %s leads to identity proofing first, and keeps the day that was chosen', (_, freshUntil) => {
    serve({});
    const away = form(graduate(freshUntil));
    fireEvent.click(screen.getByLabelText(/^一个月/));
    expect(screen.queryByRole('button', { name: '授权档案核验' })).toBeNull();
    expect(screen.getByRole('link', { name: '先完成实人认证' }).getAttribute('href')).toMatch(/^\/auth\/proof\?returnTo=/);
    away.unmount();
    form();
    expect(screen.getByLabelText<HTMLInputElement>(/^一个月/).checked).toBe(true);
  });
});
