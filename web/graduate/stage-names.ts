/** Where graduates stand, short enough for the columns of a table. */
export const stageNames = {
  CHECKING: ['核对信息', 'Checking'],
  REGISTERING: ['登记去向', 'Registering'],
  IN_REVIEW: ['审核中', 'In review'],
  RETURNED: ['已退回', 'Returned'],
  CONFIRMING: ['待确认', 'To be confirmed'],
  DISPUTED: ['确认有误', 'Disputed'],
  CONFIRMED: ['确认无误', 'Confirmed'],
  ENDED: ['已结束', 'Ended'],
} as const;
