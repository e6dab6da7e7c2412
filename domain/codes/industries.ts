// A provincial platform's dictionary: codes of employment reporting, not the letters of GB/T 4754, whose categories they name.
import { codeList } from './code-list.ts';

/** 单位行业. */
export const industries = codeList([
  { code: '11', zh: '农、林、牧、渔业', en: 'Agriculture, forestry, animal husbandry and fishery' },
  { code: '21', zh: '采矿业', en: 'Mining' },
  { code: '22', zh: '制造业', en: 'Manufacturing' },
  { code: '23', zh: '电力、热力、燃气及水生产和供应业', en: 'Electricity, heat, gas and water supply' },
  { code: '24', zh: '建筑业', en: 'Construction' },
  { code: '31', zh: '批发和零售业', en: 'Wholesale and retail' },
  { code: '32', zh: '交通运输、仓储和邮政业', en: 'Transport, storage and post' },
  { code: '33', zh: '住宿和餐饮业', en: 'Accommodation and catering' },
  { code: '34', zh: '信息传输、软件和信息技术服务业', en: 'Information transmission, software and IT services' },
  { code: '35', zh: '金融业', en: 'Finance' },
  { code: '36', zh: '房地产业', en: 'Real estate' },
  { code: '37', zh: '租赁和商务服务业', en: 'Leasing and business services' },
  { code: '38', zh: '科学研究和技术服务业', en: 'Scientific research and technical services' },
  { code: '39', zh: '水利、环境和公共设施管理业', en: 'Water, environment and public facilities' },
  { code: '41', zh: '居民服务、修理和其他服务业', en: 'Household, repair and other services' },
  { code: '42', zh: '教育', en: 'Education' },
  { code: '43', zh: '卫生和社会工作', en: 'Health and social work' },
  { code: '44', zh: '文化、体育和娱乐业', en: 'Culture, sports and entertainment' },
  { code: '45', zh: '公共管理、社会保障和社会组织', en: 'Public administration, social security and social organisations' },
  { code: '46', zh: '国际组织', en: 'International organisations' },
  { code: '80', zh: '军队', en: 'Armed forces' },
]);
