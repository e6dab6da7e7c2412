import { defineSearchAttributeKey } from '@temporalio/common';

/** Few, low in cardinality, nothing personal: one filter finds who is stuck. */
export const searchAttributes = {
  school: defineSearchAttributeKey('QxSchool', 'KEYWORD'),
  cohort: defineSearchAttributeKey('QxCohort', 'INT'),
  stage: defineSearchAttributeKey('QxStage', 'KEYWORD'),
  overdue: defineSearchAttributeKey('QxOverdue', 'BOOL'),
} as const;
