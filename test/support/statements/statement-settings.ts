/** Settings of the statements that tests print. */
export const statementSettings = {
  issuer: { zh: '示例签发机构', en: 'Sample issuer' },
  sourceNote: { zh: '登记信息由本系统提供（样例）。', en: 'From this system (sample).' },
  specimen: true,
  publicUrl: 'http://127.0.0.1:3000',
};
