import type { RosterField } from './columns.ts';

/** A column of a sheet in real use. `field` is null for what the record does not hold; `isName` where another column holds the code. */
export interface DialectColumn {
  readonly zh: string;
  readonly field: RosterField | null;
  readonly isName?: true;
  readonly aliases?: readonly string[];
}

/** Sheets other than the national template. They name no document, so that their rows are found by 学号 within the school and make no graduate. */
export const dialects = {
  EXPORT_2024: [
    { zh: '学号', field: 'studentNo' },
    { zh: '姓名', field: 'name' },
    { zh: '性别', field: 'gender' },
    { zh: '生源地名称', field: 'originRegion', isName: true },
    { zh: '生源地代码', field: 'originRegion' },
    { zh: '民族名称', field: 'ethnicity', isName: true },
    { zh: '政治面貌', field: 'politicalStatus', isName: true },
    { zh: '城乡生源', field: 'urbanRural' },
    { zh: '学历层次', field: 'educationLevel', isName: true },
    { zh: '专业名称', field: 'major' },
    { zh: '专业方向', field: null },
    { zh: '专业代码', field: 'majorCode' },
    { zh: '入学年月', field: 'enrolledAt' },
    { zh: '毕业日期', field: 'graduatedAt' },
    { zh: '培养方式', field: 'trainingMode', isName: true },
    { zh: '委培单位', field: 'targetUnit' },
    { zh: '学习形式', field: null },
    { zh: '毕业去向类别代码', field: 'destinationCode' },
    { zh: '毕业去向', field: 'destinationName' },
    { zh: '签约日期', field: 'signedAt' },
    { zh: '单位名称', field: 'employerName' },
    { zh: '统一社会信用代码', field: 'usci' },
    { zh: '留学院校外文名称', field: 'abroadSchoolForeignName' },
    { zh: '单位性质代码', field: 'employerNature' },
    { zh: '单位性质', field: 'employerNature', isName: true },
    { zh: '单位行业代码', field: 'industry' },
    { zh: '单位行业', field: 'industry', isName: true },
    { zh: '单位所在地代码', field: 'employerRegion' },
    { zh: '单位所在地', field: 'employerRegion', isName: true },
    { zh: '单位地址', field: 'employerAddress' },
    { zh: '工作职位类别代码', field: 'jobCategory' },
    { zh: '工作职位类别', field: 'jobCategory', isName: true },
  ],
  PROVINCIAL_COMBINED: [
    { zh: '学号', field: 'studentNo' },
    { zh: '姓名', field: 'name' },
    { zh: '学历', field: 'educationLevel' },
    { zh: '学历状况', field: 'academicStatus' },
    { zh: '专业名称', field: 'major', aliases: ['专业'] },
    { zh: '班级名称', field: 'className', aliases: ['班级'] },
    { zh: '毕业去向', field: 'destinationName' },
    { zh: '就业单位名称/征兵办名称/项目名称/创业单位名称/升学院校名称/境外单位名称', field: 'employerName', aliases: ['就业单位名称'] },
    { zh: '单位类型', field: 'employerNature' },
    { zh: '单位所属行业', field: 'industry' },
    { zh: '单位/征兵办/项目/院校所属地区', field: 'employerRegion', aliases: ['所属地区'] },
    { zh: '岗位名称/专业名称/工作内容', field: null },
    { zh: '职业类型', field: 'jobCategory' },
    { zh: '薪酬', field: null },
    { zh: '专业与就业相关度', field: null },
    { zh: '签约时间/入伍时间/创业时间/就业时间/入学、入职时间', field: 'signedAt' },
  ],
} as const satisfies Record<string, readonly DialectColumn[]>;

export type PartialDialect = keyof typeof dialects;
export const partialDialects = Object.keys(dialects) as readonly PartialDialect[];

/** How a sheet was understood. A sheet in a school's own words counts as the national template. */
export type Dialect = 'NATIONAL' | PartialDialect;
