import { ApplicationFailure } from '@temporalio/common';
import type { WorkflowFailedError } from '@temporalio/client';
import { errors, type ErrorCode } from '../../domain/errors/error-code.ts';
import { RefusalError } from '../../domain/errors/refusal-error.ts';

/** What a workflow refused with one of our codes, as the refusal it is; undefined for every other failure. */
export function refusalOfWorkflow({ cause }: WorkflowFailedError): RefusalError | undefined {
  const type = typeOf(cause);
  return type === undefined || !Object.hasOwn(errors, type) ? undefined : new RefusalError(type as ErrorCode);
}

/** The type of the innermost failure: an activity's stands inside that of its workflow. */
function typeOf(cause: unknown): string | undefined {
  if (!(cause instanceof Error)) return undefined;
  return typeOf(cause.cause) ?? (cause instanceof ApplicationFailure ? (cause.type ?? undefined) : undefined);
}
