/** Contents that a graduate could really submit; the employer's code is the worked example of GB 32100. */
export const pendingDestination = { code: '70', subtype: '70-L1' };
export const studyDestination = { code: '801', entityName: '示例研究院', entityRegion: '110108' };
export const employment = {
  code: '10',
  entityName: '示例信息咨询有限公司',
  creditCode: '91350100M000100Y43',
  industry: '34',
  nature: '39',
  jobCategory: '13',
  entityRegion: '110102',
  startDate: '2027-07-15',
};
export const homeDossier = {
  type: 'HOME',
  unitName: '北京市海淀区人力资源公共服务中心（示例）',
  region: '110108',
  address: '示例路1号',
  postcode: '100195',
  contact: '档案科',
  phone: '010-12345678',
  note: '转回生源地',
};
export const homeHukou = { type: 'HOME', region: '110108' };
