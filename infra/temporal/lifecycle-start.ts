import { defineSearchAttributeKey, TypedSearchAttributes } from '@temporalio/common';
import type { WorkflowStartOptions } from '@temporalio/client';
import type { LifecycleInput } from '../../domain/lifecycle/messages.ts';
import type { Standing } from '../../domain/lifecycle/standing.ts';
import { graduateWorkflowId } from '../../domain/lifecycle/workflow-id.ts';

export interface LifecycleSubject {
  readonly graduateId: string;
  readonly schoolCode: string;
  readonly cohort: number;
  readonly standing: Standing;
  readonly ended: boolean;
}

const keys = {
  school: defineSearchAttributeKey('QxSchool', 'KEYWORD'),
  cohort: defineSearchAttributeKey('QxCohort', 'INT'),
  stage: defineSearchAttributeKey('QxStage', 'KEYWORD'),
  overdue: defineSearchAttributeKey('QxOverdue', 'BOOL'),
};

/** How a lifecycle workflow is started, whoever starts it: from the record alone, so it can be rebuilt at any time. */
export function lifecycleStart({ graduateId, schoolCode, cohort, standing, ended }: LifecycleSubject, taskQueue: string) {
  const input: LifecycleInput = { graduateId, schoolCode, cohort, standing: { ...standing, ended } };
  return {
    workflowId: graduateWorkflowId(graduateId),
    taskQueue,
    args: [input],
    // Idempotent while it runs; a command for one that has ended runs it once more, to its final outcome.
    workflowIdConflictPolicy: 'USE_EXISTING',
    workflowIdReusePolicy: 'ALLOW_DUPLICATE',
    typedSearchAttributes: new TypedSearchAttributes([
      { key: keys.school, value: schoolCode },
      { key: keys.cohort, value: cohort },
      { key: keys.stage, value: standing.stage },
      { key: keys.overdue, value: standing.overdue },
    ]),
    staticSummary: `Registration of a graduate-year, cohort ${cohort}, school ${schoolCode}`,
  } as const satisfies WorkflowStartOptions & { workflowId: string };
}
