/** What the year of a school holds, for the words of every part that names it. */
export const stepNames = {
  REGISTRATION_OPENS: ['登记开始', 'Registration opens'],
  REGISTRATION_CLOSES: ['登记结束', 'Registration closes'],
  DOSSIER_CLOSES: ['档案登记结束', 'Registration of dossiers closes'],
  CONFIRMATION_OPENS: ['登记确认开始', 'Confirmation opens'],
  CONFIRMATION_CLOSES: ['登记确认结束', 'Confirmation closes'],
  DEPARTURE: ['毕业生离校，冻结名单', 'Departure: the list is frozen'],
  CUTOFF_APPROACHES: ['临近全国截止，发出提醒', 'The cutoff approaches: reminders go out'],
  CUTOFF: ['全国截止，未结事项关闭', 'Cutoff: what is open lapses'],
  DIGEST: ['待办摘要邮件', 'Digest by mail'],
} as const;
