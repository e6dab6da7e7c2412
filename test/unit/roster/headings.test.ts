import { rosterColumns } from '../../../domain/roster/columns.ts';
import { cellsByField, isHeadingRow, matchHeadings } from '../../../domain/roster/match-headings.ts';

const template = rosterColumns.map(({ zh }) => zh);

describe('headings of a roster', () => {
  it('R8 are all of the national template, in any order', () => {
    const { fieldOf, missing, repeated, unknown } = matchHeadings(template.toReversed());
    expect([missing, repeated, unknown]).toEqual([[], [], []]);
    expect([...fieldOf.values()].toSorted()).toEqual(rosterColumns.map(({ field }) => field).toSorted());
    expect(rosterColumns).toHaveLength(52);
  });

  it.each([
    ['*姓名', 'name'],
    ['姓 名', 'name'],
    ['姓名（必填）', 'name'],
    ['入学时间(yyyyMM)', 'enrolledAt'],
    ['身份证号码', 'idNumber'],
    ['学院', 'college'],
    ['生源地代码', 'originRegion'],
    ['E-MAIL', 'email'],
    ['单位性质', 'employerNature'],
    ['班主任', 'counsellor'],
  ])('%s is %s', (heading, field) => {
    expect(matchHeadings([heading]).fieldOf.get(heading)).toBe(field);
  });

  it('names the columns that every roster needs and this one lacks', () => {
    expect(matchHeadings(template.filter((heading) => heading !== '学号' && heading !== '电子邮箱')).missing).toEqual(['学号']);
  });

  it('prefers the name of the template to another name of the same column', () => {
    const { fieldOf, unknown, repeated } = matchHeadings(['单位性质', '单位性质代码', '备注']);
    expect([...fieldOf]).toEqual([['单位性质代码', 'employerNature']]);
    expect(unknown).toEqual(['单位性质', '备注']);
    expect(repeated).toEqual([]);
  });

  it('does not guess which of two equal columns counts', () => {
    expect(matchHeadings(['姓名', '*姓名']).repeated).toEqual(['姓名']);
    expect(matchHeadings(['姓名', '姓名']).repeated).toEqual(['姓名']);
    expect(matchHeadings(['手机', '手机号']).repeated).toEqual(['手机号码']);
  });

  it('are told from titles', () => {
    expect(isHeadingRow(['示例大学2027届毕业生生源信息表', '', ''])).toBe(false);
    expect(isHeadingRow(['姓名', '备注', '备注2', '其他', '说明'])).toBe(false);
    expect(isHeadingRow(['序号', '姓名', '学号', '性别', '民族', '学院'])).toBe(true);
  });

  it('lead to the cells of a row', () => {
    const { fieldOf } = matchHeadings(['学院', '姓名']);
    expect(cellsByField(fieldOf, { 学院: '信息工程学院', 备注: 'x' })).toEqual({ college: '信息工程学院', name: null });
  });
});
