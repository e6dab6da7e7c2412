import { renderingNames } from '../grants/rendering-names.ts';
import { defineWords } from '../text/words.ts';

export const usePrintBatchWords = defineWords('print-batches', {
  rendering: ['版式', 'Rendering'], ...renderingNames,
  zip: ['打包（ZIP）', 'As ZIP'], printFile: ['合并为一个打印文件', 'One file to print'], ZIP: ['ZIP', 'ZIP'], PRINT_FILE: ['打印文件', 'Print file'],
  DOSSIER: ['档案', 'Dossiers'], HUKOU: ['户口', 'Hukou'], notice: ['告知书', 'Notices'], slip: ['转递单', 'Slips'], receipt: ['回执', 'Receipts'],
  RUNNING: ['进行中', 'Running'], READY: ['已完成', 'Ready'], CANCELLED: ['已取消', 'Cancelled'], GONE: ['文件已过期删除', 'Gone'],
  planning: ['正在准备', 'Being planned'], counts: ['{{done}}／{{of}} 份，打印 {{printed}}，跳过 {{skipped}}', '{{done}} of {{of}}: {{printed}} printed, {{skipped}} skipped'],
  nothing: ['没有可打印的材料', 'Nothing could be printed'], until: ['可下载至 {{until}}', 'To be had until {{until}}'],
  batches: ['打印批次', 'Print batches'], none: ['还没有打印批次', 'No print batches yet'], leave: ['可以离开本页，处理会继续。', 'You may leave this page; the work goes on.'],
  cancel: ['取消', 'Cancel'], cancelOne: ['取消 {{at}} 的批次', 'Cancel the batch of {{at}}'], resume: ['继续', 'Go on'], resumeOne: ['继续 {{at}} 的批次', 'Go on with the batch of {{at}}'], resumeHelp: ['已打印的会保留，从停下的地方继续。', 'What is printed is kept; it goes on where it stopped.'],
  skips: ['查看跳过的', 'What was skipped'], skipsOf: ['跳过的材料', 'Skipped papers'], download: ['下载', 'Download'],
  name: ['姓名', 'Name'], studentNo: ['学号', 'Student number'], paper: ['材料', 'Paper'], statement: ['信息表', 'Statement'], reason: ['原因', 'Why'], characters: ['无法打印的字：{{characters}}', 'cannot be printed: {{characters}}'],
});
