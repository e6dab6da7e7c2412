import { defineWords } from '../text/words.ts';
import { confirmationNames } from './status-names.ts';

export const useConfirmationListWords = defineWords('confirmations', {
  title: ['登记确认记录', 'Confirmations'],
  none: ['没有符合条件的毕业生', 'No such graduates'],
  status: ['确认状态', 'State'],
  ...confirmationNames,
  since: ['最近变化', 'Last change'],
  dispute: ['有误内容', 'What is disputed'],
  history: ['查看记录', 'History'],
  historyOf: ['{{name}} 的确认记录', 'History of {{name}}'],
  noHistory: ['还没有记录', 'Nothing yet'],
  REPORTED: ['去向已上报', 'Destination reported'],
  GRADUATE_CONFIRMED: ['毕业生确认无误', 'Confirmed by the graduate'],
  GRADUATE_DISPUTED: ['毕业生确认有误', 'Disputed by the graduate'],
  GRADUATE_RETRACTED: ['毕业生撤回异议', 'Dispute withdrawn by the graduate'],
  KEY_FIELD_CHANGED: ['重要信息变更，需重新确认', 'A key field changed: to be confirmed anew'],
  CORRECTED: ['已更正，需重新确认', 'Corrected: to be confirmed anew'],
  DESTINATION_VOIDED: ['去向已作废', 'Destination voided'],
});
