// A provincial platform's dictionary.
import { codeList } from './code-list.ts';

/** 工作职位类别. */
export const jobCategories = codeList([
  { code: '10', zh: '公务员', en: 'Civil servant' },
  { code: '11', zh: '科学研究人员', en: 'Scientific researcher' },
  { code: '13', zh: '工程技术人员', en: 'Engineer or technician' },
  { code: '17', zh: '农林牧渔业技术人员', en: 'Agricultural technician' },
  { code: '19', zh: '卫生专业技术人员', en: 'Health professional' },
  { code: '21', zh: '经济业务人员', en: 'Economic professional' },
  { code: '22', zh: '金融业务人员', en: 'Finance professional' },
  { code: '23', zh: '法律专业人员', en: 'Legal professional' },
  { code: '24', zh: '教学人员', en: 'Teacher' },
  { code: '25', zh: '文学艺术工作人员', en: 'Literature and art professional' },
  { code: '26', zh: '体育工作人员', en: 'Sports professional' },
  { code: '27', zh: '新闻出版和文化工作人员', en: 'Press, publishing and culture professional' },
  { code: '29', zh: '其他专业技术人员', en: 'Other professional' },
  { code: '30', zh: '办事人员和有关人员', en: 'Clerk' },
  { code: '40', zh: '商业和服务业人员', en: 'Commerce and service worker' },
  { code: '60', zh: '生产和运输设备操作人员', en: 'Production and transport operator' },
  { code: '80', zh: '军人', en: 'Soldier' },
  { code: '90', zh: '其他人员', en: 'Other' },
]);
