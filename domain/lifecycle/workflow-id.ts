const prefix = 'graduate-';

/** The id of the lifecycle workflow of a graduate-year. */
export const graduateWorkflowId = (graduateId: string): string => `${prefix}${graduateId}`;

/** The graduate-year of a lifecycle workflow; undefined when the id is another workflow's. */
export const graduateIdOf = (workflowId: string): string | undefined =>
  workflowId.startsWith(prefix) ? workflowId.slice(prefix.length) : undefined;
