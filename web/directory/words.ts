import { defineWords } from '../text/words.ts';

export const useDirectoryWords = defineWords('directory', {
  title: ['接收单位名录', 'Directory of receiving units'], none: ['没有符合条件的单位', 'No such units'], search: ['按名称查找', 'Search by name'], searchHelp: ['最多显示 20 个，名称以此开头的在前', 'At most 20; names that begin so come first'], found: ['查找结果', 'Found'], region: ['所在地区', 'Region'],
  checked: ['核对情况', 'Checked'], yesChecked: ['已核对', 'Checked'], notChecked: ['未核对', 'Not checked'], mayHoldFiles: ['档案保管资格', 'May hold dossiers'], true: ['有', 'Yes'], false: ['无', 'No'], unknown: ['不详', 'Not known'],
  name: ['单位名称', 'Name'], address: ['地址', 'Address'], postcode: ['邮编', 'Postcode'], contact: ['联系人', 'Contact'], phone: ['电话', 'Telephone'], source: ['来源', 'Source'], SHEET: ['导入', 'Sheet'], STAFF: ['人工录入', 'Staff'], REGISTRATION: ['毕业生登记', 'Registration'], ofProvince: ['省级名录', 'Of the province'],
  notOwn: ['此单位由省级主管部门维护，学校不能修改；信息有误时请告知省级主管部门，或在本校名录中另行添加。', 'The province keeps this unit and the school cannot change it: tell the province what is wrong, or add it to the directory of the school.'],
  add: ['添加单位', 'Add a unit'], change: ['核对修改', 'Check'], changeOne: ['核对修改“{{name}}”', 'Check {{name}}'], remove: ['移除', 'Remove'], removeSure: ['从名录中移除？', 'Take it out of the directory?'], save: ['保存（视为已核对）', 'Save as checked'],
  import: ['导入名录', 'Import a sheet'], importNow: ['导入', 'Import'], importHelp: ['XLSX 或 CSV，须有名称和县区两列，至多 20000 行；空单元格保留原有内容。', 'XLSX or CSV with name and county, 20,000 rows at most; empty cells leave what is known.'], file: ['文件', 'File'],
  imported: ['新增 {{added}}，更新 {{changed}}，未变 {{same}}，跳过 {{skipped}}', '{{added}} added, {{changed}} changed, {{same}} the same, {{skipped}} skipped'], row: ['第 {{row}} 行', 'Row {{row}}'],
});
