import { defineWords } from '../text/words.ts';

export const useEvidenceWords = defineWords('evidence', {
  title: ['证明材料', 'Evidence'],
  needed: ['须上传证明材料', 'Evidence is needed'],
  notNeeded: ['此项无需证明材料，可以不上传', 'No evidence is needed here; you may add some'],
  expected: ['要求：{{what}}', 'What is asked for: {{what}}'],
  mayAdd: ['可上传：{{what}}', 'You may add: {{what}}'],
  add: ['拍照或选择文件', 'Take a photo or choose a file'],
  sending: ['正在上传…', 'Sending …'],
  remove: ['删除', 'Remove'],
  file: ['材料 {{number}}', 'Item {{number}}'],
  pdf: ['PDF 文件', 'PDF file'],
  size: ['{{kilobytes}} KB', '{{kilobytes}} KB'],
});
