import { changedNoticeFields, NoticeDraft, noticeFaults, noticeState } from '../../../domain/notices/notice.ts';

const school = { schoolId: '00000000-0000-7000-a000-000000000001', provinceCode: null };
const province = { schoolId: null, provinceCode: '110000' };
const place = '00000000-0000-7000-a000-000000000002';
const draft = (given: object = {}): NoticeDraft =>
  NoticeDraft.parse({ audience: 'SIGNED_IN', zh: { title: '登记通知', text: '第一段。\n\n第二段。' }, ...given });

describe('a notice', () => {
  it('R1 has words in Chinese, perhaps in English, in paragraphs, without control characters', () => {
    expect(draft({ en: { title: 'Registration', text: 'Please register.' } })).toMatchObject({
      zh: { text: '第一段。\n\n第二段。' },
      en: { title: 'Registration' },
      pinned: false,
    });
    for (const zh of [undefined, { title: '', text: '内容' }, { title: '标题', text: '内\u202e容' }, { title: '标\n题', text: '内容' }])
      expect(NoticeDraft.safeParse({ audience: 'STAFF', zh }).success).toBe(false);
  });

  it.each([
    [{ audience: 'EVERYONE', cohorts: [2027] }, school, ['cohorts']],
    [{ audience: 'EVERYONE', collegeIds: [place], stages: ['CHECKING'] }, school, ['collegeIds', 'stages']],
    [{ schoolIds: [place] }, school, ['schoolIds']],
    [{ collegeIds: [place] }, province, ['collegeIds']],
    [{ audience: 'STAFF', cohorts: [2027], collegeIds: [place] }, school, ['cohorts']],
    [{ audience: 'GRADUATES', cohorts: [2027], collegeIds: [place], stages: ['CONFIRMING'] }, school, []],
    [{ schoolIds: [place] }, province, []],
    [{ publishUntil: '2027-06-01T00:00:00+08:00' }, school, ['publishUntil']],
  ])('R1 is targeted by what its publisher can tell apart: %j', (given, publisher, fields) => {
    expect(noticeFaults(draft(given), publisher, Date.parse('2027-06-01T00:00:00+08:00')).map(({ field }) => field)).toEqual(fields);
  });

  it('R1 stands where its dates put it, the first day inclusive and the last instant exclusive', () => {
    const dates = { publishFrom: 100, publishUntil: 200, withdrawnAt: null };
    expect([99, 100, 199, 200].map((now) => noticeState(dates, now))).toEqual(['SCHEDULED', 'PUBLISHED', 'PUBLISHED', 'EXPIRED']);
    expect(noticeState({ ...dates, publishUntil: null }, 1e12)).toBe('PUBLISHED');
    expect(noticeState({ ...dates, withdrawnAt: 150 }, 160)).toBe('WITHDRAWN');
  });

  it('says which of its fields differ', () => {
    expect(changedNoticeFields(draft(), draft())).toEqual([]);
    expect(changedNoticeFields(draft(), draft({ pinned: true, zh: { title: '登记通知', text: '改过。' } }))).toEqual(['zh', 'pinned']);
  });
});
