import { NotificationEvent } from '../../../domain/notifications/events.ts';
import { renderNotification } from '../../../domain/notifications/render-notification.ts';
import { NOTIFICATION_TEMPLATES } from '../../../domain/notifications/templates.ts';
import { samples } from './samples.ts';

const cases = NotificationEvent.options.flatMap((event) =>
  samples[event].flatMap((params) => (['zh', 'en'] as const).map((lang) => ({ event, lang, params }))),
);
const plainOf = (html: string): string => html.replace(/<head>.*<\/head>/s, '').replace(/<[^>]*>/g, '\n');

describe('R54 notifications', () => {
  it.each(cases)('R54 $event in $lang is whole: $params', ({ event, lang, params }) => {
    const { subject, text, html } = renderNotification(event, params, lang);
    for (const part of [subject, text, html]) expect(part).not.toMatch(/undefined|null|NaN|\[object/);
    expect(subject).toMatch(lang === 'zh' ? /^[\p{Script=Han}（）]+$/u : /^[A-Z][A-Za-z ]+$/);
    if (lang === 'en') expect(text.replaceAll('买买提·艾力', '').replace('北京市', '')).not.toMatch(/\p{Script=Han}/u);
    // Text and HTML say the same: every line of one stands in the other.
    const lines = text
      .split('\n')
      .map((line) => line.replace(/^- /, ''))
      .filter((line) => line !== '');
    expect(
      plainOf(html)
        .split('\n')
        .filter((line) => line !== ''),
    ).toEqual(lines);
    expect(new Set(lines).size).toBe(lines.length);
  });

  it.each(cases)('R25 R36 $event in $lang names nobody in its subject, and carries no number: $params', ({ event, lang, params }) => {
    const { subject, text, html } = renderNotification(event, params, lang);
    expect(subject).not.toContain('艾力');
    for (const part of [text, html])
      expect(part.replaceAll(/\d{4}-\d{2}-\d{2}( [\d:]{8})?|\d{4} 届|cohort \d{4}/g, '')).not.toMatch(/\d{3}|@/);
  });

  it('R54 says what the college and the school decided, and what comes next', () => {
    const approved = (desk: 'COLLEGE' | 'SCHOOL'): string =>
      renderNotification('review.decided', { name: '陈诚', section: 'DOSSIER', desk, decision: 'APPROVED' }, 'zh').text;
    expect(approved('COLLEGE')).toContain('您提交的档案信息登记已通过院系审核，现由学校审核。');
    expect(approved('SCHOOL')).toContain('您提交的档案信息登记已通过学校审核，登记已经生效。');
  });

  it('R28 R32 tells of two numbers that died together in one message', () => {
    const { text } = renderNotification('grant.invalidated', { name: '陈诚', kinds: ['DOSSIER', 'HUKOU'] }, 'zh');
    expect(text).toContain('您的档案信息、户口信息核验编号已失效');
  });

  it('puts several reminders into one mail and says nothing twice', () => {
    const returned = { step: 'RETURNED_NOT_RESUBMITTED', sections: ['DOSSIER', 'HUKOU'] } as const;
    const { text, html } = renderNotification(
      'reminder.daily',
      { name: '陈诚', steps: [returned, returned, { step: 'NOT_CONFIRMED' }] },
      'en',
    );
    expect(text.split('\n').filter((line) => line.startsWith('- '))).toEqual([
      '- Returned and not submitted again: dossier and hukou.',
      '- Your registration is not confirmed yet; a verification grant needs that.',
    ]);
    expect(html.match(/<li>/g)).toHaveLength(2);
  });

  it('R55 tells a graduate about the own record and an office about a count', () => {
    const cutoffAt = '2023-08-31 23:59:59';
    expect(renderNotification('cutoff.approaching', { audience: 'COLLEGE', openCount: 7, cutoffAt }, 'zh').text).toContain(
      '尚有 7 名毕业生',
    );
    expect(renderNotification('cutoff.approaching', { audience: 'GRADUATE', name: '陈诚', cutoffAt }, 'zh').text).toMatch(/^陈诚，您好：/);
  });

  it('escapes names in HTML and leaves them as they are in text', () => {
    const { text, html } = renderNotification('dispute.opened', { name: "O'<b>" }, 'en');
    expect(text).toContain("O'<b> reports");
    expect(html).toContain('O&#39;&lt;b&gt; reports');
  });

  it('links to the start page only', () => {
    const { text, html } = renderNotification('service.ended', { name: '陈诚' }, 'zh', {
      name: '毕业去向登记',
      url: 'https://quxiang.example',
    });
    expect(text).toContain('毕业去向登记\nhttps://quxiang.example\n');
    expect(html.match(/href="[^"]*"/g)).toEqual(['href="https://quxiang.example"']);
  });

  it.each([
    ['a verification number', '2310001EA86V47B'],
    ['an ID number', '陈诚370101199901011234'],
    ['a telephone number', '陈诚 18593241256'],
    ['a mail address', 'chen@example.test'],
    ['a control character', '陈\n诚'],
  ])('R25 never takes %s for a name', (_, name) => {
    expect(() => renderNotification('service.ended', { name }, 'zh')).toThrow('must not hold');
  });

  it('takes long Latin names', () => {
    expect(renderNotification('service.ended', { name: 'ABDURAHMANOVICHEV MUHAMMADJAHONGIR' }, 'en').text).toMatch(
      /^Dear ABDURAHMANOVICHEV MUHAMMADJAHONGIR,/,
    );
  });

  it('refuses parameters of another event or beyond those it knows', () => {
    expect(() => renderNotification('grant.issued', { name: '陈诚' }, 'zh')).toThrow('kind');
    expect(() => renderNotification('service.ended', { name: '陈诚', number: '1' }, 'zh')).toThrow('number');
  });

  it('tells schools about tickets, disputes, overdue reviews and dead transfer numbers, and nobody but the graduate about grants (R25)', () => {
    const audiences = Object.fromEntries(NotificationEvent.options.map((event) => [event, NOTIFICATION_TEMPLATES[event].audiences]));
    for (const event of ['basic_information.ticket_opened', 'dispute.opened', 'review.overdue', 'transfer_number.invalidated']) {
      expect(audiences[event]).toEqual(['SCHOOL']);
    }
    for (const event of NotificationEvent.options.filter((name) => /^grant|^verification/.test(name)))
      expect(audiences[event]).toEqual(['GRADUATE']);
  });
});
