import { defineWords } from '../text/words.ts';

export const useGraduateWords = defineWords('graduate', {
  years: ['我的登记', 'My registrations'],
  noYears: ['还没有找到您的名单信息', 'You are on no roster yet'],
  noYearsHelp: ['学校上传名单后即可登记，请与辅导员或就业部门联系。', 'You can register once your school has uploaded its roster. Ask your counsellor or the careers office.'],
  cohort: ['{{cohort}} 届', 'Cohort {{cohort}}'],
  hub: ['我的登记', 'My registration'],
  modules: ['五个模块', 'The five modules'],
  DESTINATION: ['毕业去向', 'Destination'],
  DOSSIER: ['档案转递', 'Dossier'],
  HUKOU: ['户口迁移', 'Hukou'],
  CONFIRMATION: ['登记确认', 'Confirmation'],
  VERIFICATION: ['核验授权', 'Grants of verification'],
  open: ['可以办理', 'Open'],
  locked: ['暂不能办理', 'Not yet'],
});
