import { layOutStatement } from '../../../domain/statements/statement-layout.ts';
import { statementText } from '../../../domain/statements/statement-text.ts';
import { dossierStatement, hukouStatement } from '../../support/statements/statement-content.ts';

describe('layout of a statement', () => {
  it('R44 shows the sections and fields of the samples in their order', () => {
    const { title, numberLabel, sections } = layOutStatement(dossierStatement());
    expect(title).toBe('全国普通高等学校毕业生去向登记信息');
    expect(numberLabel).toBe('核验编号');
    expect(sections.map(({ heading, rows }) => [heading, rows.flat().map(([label]) => label)])).toEqual([
      ['基本信息', ['姓名', '性别', '毕业院校', '毕业时间', '学制', '专业', '学历', '生源所在地']],
      ['毕业去向信息', ['毕业去向', '就业单位名称', '单位所在地']],
      ['档案转递信息', ['档案转递类型', '单位名称', '单位所在地', '单位邮编', '联系人/联系部门', '联系电话']],
    ]);
    expect(sections[2]?.rows.flat().map(([, value]) => value)).toEqual([
      '托管单位接收',
      '北京市海淀区人力资源公共服务中心',
      '北京市海淀区',
      '100195',
      '王维',
      '010-55512345',
    ]);
  });

  it('R45 shows the hukou section and the transfer number on a hukou transfer statement', () => {
    const { numberLabel, numberGroups, validUntil, sections } = layOutStatement(hukouStatement());
    expect(numberLabel).toBe('转递编号');
    expect(numberGroups).toEqual(['23', '10001', 'AD4M', 'JRWK', '44X']);
    expect(validUntil).toBeNull();
    expect(sections[2]).toEqual({
      heading: '户口迁移信息',
      rows: [[['户口迁移类型', '转回生源地']], [['单位名称', '—']], [['户口迁移所在地', '山东省青岛市']]],
      absence: null,
    });
  });

  it('R46 says that the section was not registered when it was issued', () => {
    expect(layOutStatement(dossierStatement({ transfer: null })).sections[2]).toEqual({
      heading: '档案转递信息',
      rows: [],
      absence: '签发时尚未登记档案转递信息',
    });
    expect(layOutStatement(hukouStatement({ transfer: null })).sections[2]?.absence).toBe('签发时尚未登记户口迁移信息');
  });

  it('R34 shows neither number nor end in a preview', () => {
    const layout = layOutStatement(dossierStatement({ number: null }));
    expect(layout).toMatchObject({ numberGroups: null, validUntil: null, previewWord: '预览，不含编号，不作核验凭据' });
    expect(JSON.stringify(layout)).not.toContain('EA86');
  });

  it('R47 R33 R42 X27 has four notes, the last by kind of number', () => {
    const notes = layOutStatement(dossierStatement({ sourceNote: '登记信息由样例省提供。' })).notes;
    expect(notes.map(({ text }) => text)).toEqual([
      '登记信息由样例省提供。',
      '核验方式：',
      '登记信息来自于毕业生离校时上报的信息，如有问题请联系毕业生核实。',
      '查询核验服务时间截止到毕业生的毕业时间加六个月（2023-12-31 23:59:59）。',
    ]);
    expect(notes[1]?.items).toEqual([
      '① 前往 https://quxiang.example/verify ，选择“档案转递信息在线核验”，正确输入毕业生姓名和核验编号进行核验；',
      '② 使用手机扫一扫功能，扫描本信息表中的二维码在线核验。',
    ]);
    const transferNotes = layOutStatement(hukouStatement()).notes;
    expect(transferNotes[1]?.items[0]).toContain('“户口迁移信息在线核验”，正确输入毕业生姓名和转递编号');
    expect(transferNotes[3]?.text).toBe('查询核验服务时间截止到毕业生的毕业时间的第二年3月31日（2024-03-31 23:59:59）。');
  });

  it('X10 X27 prints 样例 only on a specimen', () => {
    expect(layOutStatement(dossierStatement()).specimenWord).toBe('样例');
    expect(layOutStatement(dossierStatement({ rendering: 'en' })).specimenWord).toBe('SPECIMEN');
    const real = layOutStatement(dossierStatement({ specimen: false }));
    expect(real.specimenWord).toBeNull();
    expect(statementText(real)).not.toMatch(/^.{0,20}样例/);
  });
});
