import { notice } from '../../../domain/access/notice.ts';

describe('the notice (F7)', () => {
  it('says in both languages what is collected, why, who sees it and for how long', () => {
    expect(notice.sections.map(({ heading }) => heading.en)).toEqual([
      'What is collected',
      'Why',
      'Who sees it',
      'For how long',
      'If you do not agree',
    ]);
    for (const { zh, en } of notice.sections.flatMap(({ paragraphs }) => paragraphs)) {
      expect(zh).toMatch(/\p{Script=Han}{10}/u);
      expect(en).toMatch(/[a-z ]{20}/i);
    }
  });

  it('X15 promises that no image of a face is kept, and X10 that this is no official system', () => {
    const text = JSON.stringify(notice);
    expect(text).toContain('不保存人脸图像');
    expect(text).toContain('not an official one');
  });
});
