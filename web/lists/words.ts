import { defineWords } from '../text/words.ts';

export const useListWords = defineWords('lists', {
  rows: ['共 {{count}} 行', '{{count}} rows'],
  rowsSoFar: ['已显示 {{count}} 行，向下滚动继续加载', '{{count}} rows so far; scroll for more'],
  close: ['关闭', 'Close'],
  cancel: ['取消', 'Cancel'],
  all: ['全部', 'All'],
  cohort: ['届', 'Cohort'],
  college: ['院系', 'College'],
  className: ['班级', 'Class'],
  filters: ['筛选', 'Filters'],
  chooseFile: ['选择文件', 'Choose a file'],
});
