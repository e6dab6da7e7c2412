import { defineWords } from '../text/words.ts';

export const useDeskFileWords = defineWords('dispatch-desk', {
  title: ['档案寄送', 'Dispatch of files'], list: ['寄送记录', 'Dispatches'], none: ['没有符合条件的寄送记录', 'No such dispatches'], anyStatus: ['状态', 'Status'], attention: ['待处理', 'To be looked at'],
  attentionAll: ['不限', 'Either way'], overdueOnly: ['只看逾期未回执', 'Receipt overdue'], deadOnly: ['只看编号失效', 'Number dead'], serial: ['转档字', 'Serial'], serialHelp: ['例如 2027-0001', 'For example 2027-0001'], serialWrong: ['不是转档字', 'No serial'],
  name: ['姓名', 'Name'], studentNo: ['学号', 'Student number'], unit: ['接收单位', 'Goes to'], carrier: ['寄送方式', 'Carrier'], tracking: ['运单号', 'Tracking number'], preparedAt: ['准备时间', 'Prepared'], sentAt: ['寄出时间', 'Sent'],
  NUMBER_DEAD: ['转递编号已失效', 'Transfer number is dead'], LOST_CASE: ['长期逾期，需查找', 'Long overdue: trace it'], OVERDUE: ['逾期未收到回执', 'Receipt overdue'], TO_CONFIRM: ['已报告收到，待确认', 'Reported: confirm it'], SEND_AGAIN: ['需重新寄送', 'To be sent again'],
  next: ['可以做的', 'What may be done'], REISSUE: ['换发转递单', 'reissue the slip'], REDIRECT: ['改寄', 'redirect'], TRACE: ['向承运方查询', 'trace it'], CONFIRM: ['确认收到', 'confirm'], PREPARE_AGAIN: ['重新准备', 'prepare again'], CANCEL: ['取消', 'cancel'],
  detail: ['寄送详情', 'One dispatch'], address: ['地址', 'Address'], office: ['经办', 'Handled by'], volumes: ['档案卷数', 'Volumes'], checklist: ['目录清单', 'Contents'], note: ['说明', 'Note'], arrivedOn: ['收到日期', 'Arrived on'], keptUntil: ['在校保管至', 'Kept until'],
  report: ['接收方报告', 'Report of who opened it'], photograph: ['回执照片', 'Photograph of the receipt'],
  send: ['登记寄出', 'Record that it has left'], record: ['登记结果', 'Record the outcome'], outcome: ['结果', 'Outcome'], save: ['保存', 'Save'],
  papers: ['单件材料', 'Its papers'], notice: ['告知书', 'Notice'], slip: ['转递单', 'Slip'], receipt: ['回执', 'Receipt'],
  prepare: ['准备寄送', 'Prepare files'], prepareHelp: ['每份档案取下一个转档字；不能寄送的会跳过并说明原因，不占用转档字。', 'Each file takes the next serial; what cannot go is skipped with its reason and uses none.'], candidates: ['可准备的毕业生', 'Whose file to prepare'],
  withNumber: ['有有效转递编号', 'With a live number'], everybody: ['全部毕业生', 'Everybody'], number: ['转递编号', 'Transfer number'], nobody: ['没有符合条件的毕业生', 'No such graduates'], choose: ['选择 {{name}}', 'Choose {{name}}'], chosen: ['选择', 'Chosen'],
  handler: ['经办人', 'Handler'], phone: ['电话', 'Telephone'], officeAddress: ['回执寄回地址', 'Receipts go back to'], postcode: ['邮编', 'Postcode'], prepareChosen: ['准备所选（{{count}}）', 'Prepare the chosen ({{count}})'], prepareQuery: ['准备全部筛选结果', 'Prepare all of the query'],
  keepChosen: ['所选留校保管（{{count}}）', 'Keep the chosen at school ({{count}})'], keepNote: ['留校原因', 'Why it is kept'], prepared: ['完成 {{done}} 份，跳过 {{skipped}} 份', '{{done}} done, {{skipped}} skipped'], skippedOnes: ['跳过的', 'Skipped'],
  sheet: ['导入承运方运单表', 'Import the courier’s sheet'], sheetFile: ['运单表（XLSX 或 CSV）', 'Sheet (XLSX or CSV)'], sheetHelp: ['按转档字或学号对应；同一张表可以重复导入。', 'Matched by serial or student number; the same sheet may come twice.'], import: ['导入', 'Import'],
  sheetDone: ['寄出 {{sent}}，补登运单 {{tracked}}，无变化 {{same}}，跳过 {{skipped}}', '{{sent}} sent, {{tracked}} tracked, {{same}} unchanged, {{skipped}} skipped'], row: ['第 {{row}} 行：', 'Row {{row}}: '],
  NO_SUCH_FILE: ['没有对应的档案', 'no such file'], SEVERAL_FILES: ['对应不止一份档案', 'more than one file'], DISPATCH_ELSEWHERE: ['档案不在可寄出的状态', 'the file is not where it could be sent'], SERIAL_WRONG: ['转档字写法不对', 'no serial'], TRACKING_NUMBER_WRONG: ['运单号写法不对', 'no tracking number'], DIGITS_LOST: ['表格把长数字改成了科学计数', 'the sheet has lost digits'], NAMES_NO_FILE: ['没有转档字也没有学号', 'names no file'],
  batch: ['批量打印', 'Print batch'], batchHelp: ['按上面的届、院系与状态打印；不选状态时打印已备好和在途的。', 'For the cohort, college and status above; without a status those prepared or on their way.'],
});
