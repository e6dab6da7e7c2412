import { stageNames } from '../graduate/stage-names.ts';
import { defineWords } from '../text/words.ts';

export const useStatisticsWords = defineWords('statistics', {
  title: ['统计', 'Statistics'], cohort: ['届', 'Cohort'], counts: ['各校进度', 'Counts by school'], school: ['学校', 'School'], graduates: ['毕业生', 'Graduates'], overdue: ['超期', 'Overdue'], noCounts: ['没有毕业生', 'No graduates'],
  ...stageNames,
  figures: ['已发布的落实率', 'Published rates'], noFigures: ['还没有发布', 'None published yet'], publish: ['按 {{formula}} 年口径发布', 'Publish by the formula of {{formula}}'], publishHelp: ['按目前的记录计算并冻结；发布后不能修改。', 'Counts the records as they stand and freezes them; a published figure cannot be changed.'],
  number: ['编号', 'Number'], formula: ['口径', 'Formula'], formulaOf: ['{{formula}} 年口径', 'Formula of {{formula}}'], publishedAt: ['发布时间', 'Published'], total: ['毕业生数', 'Graduates'], settled: ['已落实', 'Settled'], rate: ['落实率', 'Rate'], open: ['查看 {{number}} 号', 'Open no. {{number}}'],
  figure: ['第 {{number}} 号统计', 'Figure no. {{number}}'], groups: ['去向分组', 'Groups'], group: ['分组', 'Group'], hidden: ['人数过少，不显示', 'Too few to be shown'], dimension: ['分类', 'Breakdown'], value: ['类别', 'Value'], unknown: ['未填', 'Not known'],
  LEVEL: ['学历', 'Level'], COLLEGE: ['院系', 'College'], MAJOR: ['专业', 'Major'], DESTINATION: ['去向类别', 'Destination'], INDUSTRY: ['行业', 'Industry'], NATURE: ['单位性质', 'Nature of the unit'], REGION: ['地区', 'Region'],
  chart: ['柱状图：各类别的毕业生数与已落实人数，数据同旁边的表', 'Bars: graduates and settled by value, as in the table beside it'], savePicture: ['保存为图片', 'Save as a picture'], numerator: ['已落实名单', 'Who counts as settled'], noNumerator: ['没有人', 'Nobody'],
  name: ['姓名', 'Name'], studentNo: ['学号', 'Student number'], destination: ['毕业去向', 'Destination'], digests: ['数据摘要', 'Digests'],
});
