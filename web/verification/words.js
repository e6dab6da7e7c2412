// What the page says, each in both languages.

export const entries = {
  dossier: { zh: '档案转递信息在线核验', en: 'Dossier: online verification', short: { zh: '档案', en: 'dossier' } },
  hukou: { zh: '户口迁移信息在线核验', en: 'Hukou: online verification', short: { zh: '户口', en: 'hukou' } },
};

export const labels = {
  name: ['姓名', 'Name'],
  gender: ['性别', 'Gender'],
  school: ['毕业院校', 'School'],
  graduationMonth: ['毕业时间', 'Graduated'],
  yearsOfStudy: ['学制', 'Years of study'],
  major: ['专业', 'Major'],
  educationLevel: ['学历', 'Education'],
  homeRegion: ['生源所在地', 'Home region'],
  destination: ['毕业去向', 'Destination'],
  entityName: ['单位名称', 'Unit'],
  entityRegion: ['单位所在地', 'Unit’s region'],
  transferType: ['转递类型', 'Transfer'],
  unitName: ['接收单位', 'Receiving unit'],
  unitRegion: ['接收单位地址', 'Its address'],
  region: ['迁移所在地', 'Moves to'],
  postcode: ['邮编', 'Postcode'],
  contact: ['联系人/联系部门', 'Contact'],
  phone: ['联系电话', 'Phone'],
};

export const outcomes = {
  VALID: {
    kind: 'valid',
    title: ['有效', 'Valid'],
    text: ['登记信息真实，编号在有效期内。', 'The record is genuine and the number is live.'],
  },
  NOT_FOUND: {
    kind: 'unknown',
    title: ['未查询到', 'Not found'],
    text: [
      '姓名与编号不符，或编号不存在，或不属于此入口。请逐字核对后重试。',
      'Name and number do not match, there is no such number, or it belongs to the other entry. Check each character and try again.',
    ],
  },
  INVALIDATED: {
    kind: 'refused',
    title: ['已失效', 'No longer valid'],
    text: [
      '登记信息已变更，此表作废。请向毕业生索取新的核验编号，或向学校索取新的转递编号。',
      'The registration has changed. Ask the graduate, or the school, for a new number.',
    ],
  },
  EXPIRED: {
    kind: 'refused',
    title: ['已过期', 'Expired'],
    text: ['核验授权有效期已过。如需核验，请毕业生重新授权。', 'The grant has run out. Ask the graduate for a new one.'],
  },
  CLOSED: { kind: 'refused', title: ['已关闭', 'Closed'], text: ['毕业生已关闭此次授权。', 'The graduate has closed this grant.'] },
  SERVICE_ENDED: {
    kind: 'refused',
    title: ['服务已截止', 'Service ended'],
    text: ['已超过在线核验服务期，请联系学校。', 'Online verification of this year has ended; ask the school.'],
  },
  CANNOT_TELL: {
    kind: 'unclear',
    title: ['暂时无法判断', 'Cannot tell'],
    text: [
      '网络或服务暂不可用。这不说明登记表有问题，请稍后再试。',
      'The network or the service is away. This says nothing about the statement; try again.',
    ],
  },
  TOO_MANY: {
    kind: 'unclear',
    title: ['暂时无法判断', 'Cannot tell'],
    text: ['查询过于频繁，请稍后再试，或扫描二维码核验。', 'Too many questions: try again later, or scan the code.'],
  },
  WORKING: { kind: 'unclear', title: ['核验中…', 'Verifying…'], text: ['请稍候。', 'One moment.'] },
};

export const numberProblems = {
  REQUIRED: ['请输入编号', 'Enter the number'],
  LENGTH: ['编号应为 15 位（核验编号）或 18 位（转递编号）', 'A number has 15 characters (verification) or 18 (transfer)'],
  CHARACTER: ['编号前 7 位为数字，其余为数字或字母，请核对', 'Seven digits, then letters and digits: check what was typed'],
  CHECK: ['校验不符：至少有一位输错，请逐字核对', 'At least one character is wrong: check each of them'],
};

export const scanProblems = {
  CAMERA: ['无法使用摄像头，请选择照片，或输入姓名和编号', 'No camera: choose a photo, or type name and number'],
  NO_CODE: ['照片中没有找到二维码', 'No code in this photo'],
  FOREIGN: ['这不是登记表上的二维码', 'This is not the code of a statement'],
};
