import { basicFieldWords } from '../graduate/basic-field-words.ts';
import type { Bilingual } from '../text/language.ts';

/** What the fields of the sections are called, for messages and differences. */
const words: Readonly<Record<string, Bilingual>> = {
  code: { zh: '毕业去向类别', en: 'Destination category' },
  subtype: { zh: '去向子类', en: 'Sub-type' },
  entityName: { zh: '单位名称', en: 'Name of the unit' },
  creditCode: { zh: '统一社会信用代码', en: 'Unified social credit code' },
  industry: { zh: '单位行业', en: 'Industry' },
  nature: { zh: '单位性质', en: 'Nature of the unit' },
  jobCategory: { zh: '工作职位类别', en: 'Job category' },
  entityRegion: { zh: '单位所在地', en: 'Place of the unit' },
  entityAddress: { zh: '单位地址', en: 'Address of the unit' },
  abroadName: { zh: '境外单位外文名称', en: 'Foreign name of the institution' },
  startDate: { zh: '开始时间', en: 'Start date' },
  type: { zh: '转递（迁移）类型', en: 'Transfer type' },
  unitName: { zh: '接收单位名称', en: 'Receiving unit' },
  region: { zh: '所在地', en: 'Place' },
  address: { zh: '地址', en: 'Address' },
  postcode: { zh: '邮编', en: 'Postcode' },
  contact: { zh: '联系人', en: 'Contact' },
  phone: { zh: '联系电话', en: 'Phone' },
  note: { zh: '情况说明', en: 'Explanation' },
};

const basic: Readonly<Record<string, Bilingual>> = basicFieldWords;
const parts: Readonly<Record<string, Bilingual>> = {
  IDENTITY: { zh: '本人信息', en: 'Who you are' },
  DESTINATION: { zh: '毕业去向', en: 'Destination' },
  DOSSIER: { zh: '档案转递', en: 'Dossier' },
  HUKOU: { zh: '户口迁移', en: 'Hukou' },
};

/** The words for a field, with its part before it where that is named (`DOSSIER.unitName`); its own name for one that has none. */
export function fieldWords(field: string): Bilingual {
  const [part = '', name] = field.split('.');
  const section = parts[part];
  if (name === undefined || section === undefined) return words[field] ?? basic[field] ?? { zh: field, en: field };
  const { zh, en } = fieldWords(name);
  return { zh: `${section.zh}：${zh}`, en: `${section.en}: ${en}` };
}
