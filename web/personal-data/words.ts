import { defineWords } from '../text/words.ts';

export const usePersonalDataWords = defineWords('personal-data', {
  title: ['我的数据', 'My data'],
  copy: ['数据副本', 'A copy of your data'],
  copyHelp: [
    '一个 JSON 文件：基本信息、每次填报、确认、授权、核验记录、消息、档案去向、同意记录和操作历史。证件号码以掩码显示。',
    'One JSON file: basic information, everything you submitted, confirmations, grants, verifications, messages, where your file is, consents and what was done. The number of your document stays masked.',
  ],
  download: ['下载我的数据（JSON）', 'Download my data (JSON)'],
  corrections: ['更正', 'Corrections'],
  correctBasic: ['基本信息或生源地有误：向学校提出更正', 'Basic information or place of origin: ask your school'],
  correctRegistration: ['登记内容有误：在登记确认中提出', 'What you registered: say so in the confirmation'],
  correctContact: [
    '手机号码、电子邮箱：在登录账号中修改，下次登录后更新',
    'Phone and mail: change them in your sign-in account; they are taken over when you sign in again',
  ],
  OPEN: ['学校处理中', 'With the school'],
  RESOLVED: ['已处理', 'Settled'],
  REFUSED: ['未采纳', 'Not accepted'],
  answer: ['学校答复：{{answer}}', 'The school says: {{answer}}'],
  mailLanguage: ['邮件语言', 'Language of mails'],
  zh: ['中文', 'Chinese'],
  en: ['英文', 'English'],
  happened: ['我的记录发生过什么', 'What happened to my record'],
  by: ['（{{who}}）', '({{who}})'],
  YOU: ['您本人', 'you'],
  COLLEGE: ['院系', 'college'],
  SCHOOL: ['学校', 'school'],
  SYSTEM: ['系统', 'the system'],
  OTHER: ['其他', 'somebody else'],
  older: ['更早的', 'Older ones'],
  agreed: ['您同意的告知', 'What you have agreed to'],
});
