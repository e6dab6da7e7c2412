/** Which part of a graduate-year a column belongs to. */
export type ColumnGroup = 'BASIC' | 'DESTINATION' | 'DOSSIER' | 'HUKOU';

/** ALWAYS: in each row. SECTION: where any column of its section is filled. CONDITION: where another column asks for it. */
export type ColumnRequirement = 'ALWAYS' | 'SECTION' | 'CONDITION' | 'NEVER';

interface Column {
  readonly field: string;
  readonly zh: string;
  readonly group: ColumnGroup;
  readonly required: ColumnRequirement;
  /** The rule the column rests on. */
  readonly clause: string;
  /** Other headings that schools write over the same column. */
  readonly aliases?: readonly string[];
}

/** The columns of the national roster template, in its order; the last five are the later ones (X12, X21, X22, X31). */
export const rosterColumns = [
  { field: 'candidateNo', zh: '考生号', group: 'BASIC', required: 'ALWAYS', clause: 'R8, F6', aliases: ['考生编号'] },
  { field: 'name', zh: '姓名', group: 'BASIC', required: 'ALWAYS', clause: 'R8', aliases: ['学生姓名'] },
  {
    field: 'idNumber',
    zh: '身份证号',
    group: 'BASIC',
    required: 'ALWAYS',
    clause: 'R8, F6, X22',
    aliases: ['身份证号码', '证件号码', '证件号', '公民身份号码'],
  },
  { field: 'gender', zh: '性别', group: 'BASIC', required: 'ALWAYS', clause: 'R8' },
  { field: 'ethnicity', zh: '民族', group: 'BASIC', required: 'ALWAYS', clause: 'R8', aliases: ['民族名称'] },
  { field: 'politicalStatus', zh: '政治面貌', group: 'BASIC', required: 'ALWAYS', clause: 'R8' },
  { field: 'schoolCode', zh: '院校代码', group: 'BASIC', required: 'ALWAYS', clause: 'F6', aliases: ['学校代码', '院校编码'] },
  { field: 'schoolName', zh: '毕业院校', group: 'BASIC', required: 'ALWAYS', clause: 'R8', aliases: ['院校名称', '学校名称'] },
  { field: 'college', zh: '院系', group: 'BASIC', required: 'ALWAYS', clause: 'R8', aliases: ['院系名称', '学院', '学院名称', '所在院系'] },
  { field: 'major', zh: '专业', group: 'BASIC', required: 'ALWAYS', clause: 'R8', aliases: ['专业名称'] },
  { field: 'majorCode', zh: '专业代码', group: 'BASIC', required: 'NEVER', clause: 'R8' },
  { field: 'educationLevel', zh: '学历', group: 'BASIC', required: 'ALWAYS', clause: 'R8', aliases: ['学历层次'] },
  { field: 'schoolingYears', zh: '学制', group: 'BASIC', required: 'ALWAYS', clause: 'R8' },
  { field: 'studentNo', zh: '学号', group: 'BASIC', required: 'ALWAYS', clause: 'R8' },
  { field: 'trainingMode', zh: '培养方式', group: 'BASIC', required: 'ALWAYS', clause: 'R8' },
  {
    field: 'targetUnit',
    zh: '定向或委培单位',
    group: 'BASIC',
    required: 'CONDITION',
    clause: 'F1',
    aliases: ['委培单位', '定向单位', '定向或委培单位名称'],
  },
  {
    field: 'originRegion',
    zh: '生源所在地',
    group: 'BASIC',
    required: 'ALWAYS',
    clause: 'R8, R20',
    aliases: ['生源所在地代码', '生源地', '生源地代码', '生源地名称'],
  },
  { field: 'urbanRural', zh: '城乡生源', group: 'BASIC', required: 'NEVER', clause: 'R8' },
  { field: 'enrolledAt', zh: '入学时间', group: 'BASIC', required: 'ALWAYS', clause: 'R8', aliases: ['入学年月', '入学日期'] },
  { field: 'graduatedAt', zh: '毕业时间', group: 'BASIC', required: 'ALWAYS', clause: 'R8, X2', aliases: ['毕业年月', '毕业日期'] },
  { field: 'dossierInSchool', zh: '档案是否转入学校', group: 'BASIC', required: 'ALWAYS', clause: 'R8, X16', aliases: ['档案是否转入'] },
  { field: 'hukouInSchool', zh: '户口是否转入学校', group: 'BASIC', required: 'ALWAYS', clause: 'R8, R12', aliases: ['户口是否转入'] },
  { field: 'phone', zh: '手机号码', group: 'BASIC', required: 'NEVER', clause: 'R7', aliases: ['手机号', '手机', '移动电话'] },
  { field: 'email', zh: '电子邮箱', group: 'BASIC', required: 'NEVER', clause: 'R7', aliases: ['邮箱', '电子邮件', 'E-mail', 'Email'] },
  { field: 'academicStatus', zh: '学业状态', group: 'BASIC', required: 'NEVER', clause: 'R3', aliases: ['学历状况'] },
  { field: 'normalCategory', zh: '师范生类别', group: 'BASIC', required: 'NEVER', clause: 'R8' },
  { field: 'hardship', zh: '困难生类别', group: 'BASIC', required: 'NEVER', clause: 'R8' },
  { field: 'destinationCode', zh: '毕业去向类别代码', group: 'DESTINATION', required: 'SECTION', clause: 'F2', aliases: ['毕业去向代码'] },
  {
    field: 'destinationName',
    zh: '毕业去向',
    group: 'DESTINATION',
    required: 'NEVER',
    clause: 'F2',
    aliases: ['毕业去向名称', '毕业去向类别'],
  },
  { field: 'signedAt', zh: '签约日期', group: 'DESTINATION', required: 'NEVER', clause: 'F6', aliases: ['签约时间'] },
  { field: 'employerName', zh: '单位名称', group: 'DESTINATION', required: 'CONDITION', clause: 'F6', aliases: ['就业单位名称'] },
  { field: 'usci', zh: '统一社会信用代码', group: 'DESTINATION', required: 'CONDITION', clause: 'F6', aliases: ['社会信用代码'] },
  { field: 'abroadSchoolForeignName', zh: '留学院校外文名称', group: 'DESTINATION', required: 'CONDITION', clause: 'F6' },
  { field: 'employerNature', zh: '单位性质代码', group: 'DESTINATION', required: 'CONDITION', clause: 'F6', aliases: ['单位性质'] },
  { field: 'industry', zh: '单位行业代码', group: 'DESTINATION', required: 'CONDITION', clause: 'F6', aliases: ['单位行业'] },
  { field: 'employerRegion', zh: '单位所在地代码', group: 'DESTINATION', required: 'CONDITION', clause: 'F6', aliases: ['单位所在地'] },
  { field: 'employerAddress', zh: '单位地址', group: 'DESTINATION', required: 'NEVER', clause: 'F6' },
  { field: 'jobCategory', zh: '工作职位类别代码', group: 'DESTINATION', required: 'CONDITION', clause: 'F6', aliases: ['工作职位类别'] },
  { field: 'dossierTransferType', zh: '档案转递类型', group: 'DOSSIER', required: 'SECTION', clause: 'R18' },
  { field: 'dossierUnit', zh: '档案转递单位名称', group: 'DOSSIER', required: 'SECTION', clause: 'R17', aliases: ['档案转递单位'] },
  { field: 'dossierAddress', zh: '档案转递单位地址', group: 'DOSSIER', required: 'SECTION', clause: 'R17' },
  { field: 'dossierPostcode', zh: '档案转递单位邮编', group: 'DOSSIER', required: 'NEVER', clause: 'F1' },
  {
    field: 'dossierContact',
    zh: '档案转递联系人/联系部门',
    group: 'DOSSIER',
    required: 'NEVER',
    clause: 'F1',
    aliases: ['档案转递联系人'],
  },
  { field: 'dossierPhone', zh: '档案转递联系电话', group: 'DOSSIER', required: 'NEVER', clause: 'F1' },
  { field: 'dossierNote', zh: '情况说明', group: 'DOSSIER', required: 'SECTION', clause: 'R17' },
  { field: 'hukouTransferType', zh: '户口迁移类型', group: 'HUKOU', required: 'SECTION', clause: 'R18' },
  { field: 'hukouRegion', zh: '户口迁移所在地', group: 'HUKOU', required: 'SECTION', clause: 'R23' },
  { field: 'cohort', zh: '届', group: 'BASIC', required: 'NEVER', clause: 'X21', aliases: ['届别', '毕业届'] },
  { field: 'idType', zh: '证件类型', group: 'BASIC', required: 'NEVER', clause: 'X22', aliases: ['身份证件类型'] },
  { field: 'className', zh: '班级', group: 'BASIC', required: 'NEVER', clause: 'X31', aliases: ['班级名称'] },
  { field: 'counsellor', zh: '辅导员', group: 'BASIC', required: 'NEVER', clause: 'X31', aliases: ['辅导员姓名', '班主任'] },
  { field: 'hukouUnit', zh: '户口迁移单位名称', group: 'HUKOU', required: 'CONDITION', clause: 'X12' },
] as const satisfies readonly Column[];

/** The name of a roster column in code. */
export type RosterField = (typeof rosterColumns)[number]['field'];
export type RosterColumn = Column & { readonly field: RosterField };

const byField = new Map<string, RosterColumn>(rosterColumns.map((column) => [column.field, column]));

/** The column of a field. */
export function columnOf(field: RosterField): RosterColumn {
  const column = byField.get(field);
  if (column === undefined) throw new RangeError('a field outside the template');
  return column;
}

/** The fields of one group, in the order of the template. */
export function fieldsOf(group: ColumnGroup): readonly RosterField[] {
  return rosterColumns.filter((column) => column.group === group).map(({ field }) => field);
}
