import { ApplicationFailure } from '@temporalio/common';
import { WorkflowFailedError } from '@temporalio/client';
import { errors, type ErrorCode } from '../../domain/errors/error-code.ts';
import { RefusalError } from '../../domain/errors/refusal-error.ts';
import type { StatementReference } from '../../domain/statements/messages.ts';
import { requestStatement, type StatementDesk } from '../../infra/statements/request-statement.ts';
import type { StatementPort } from './statement-port.ts';

/** Statements that a worker prints; what it refuses comes back as the same refusal. */
export function createStatementPort(desk: StatementDesk): StatementPort {
  const request = async (reference: StatementReference): Promise<Uint8Array> => {
    try {
      return await requestStatement(desk, reference);
    } catch (error) {
      const type = error instanceof WorkflowFailedError ? typeOf(error.cause) : undefined;
      throw type !== undefined && Object.hasOwn(errors, type) ? new RefusalError(type as ErrorCode) : error;
    }
  };
  return {
    forGrant: (id) => request({ type: 'NUMBER', numberKind: 'VERIFICATION', id }),
    forTransferNumber: (id) => request({ type: 'NUMBER', numberKind: 'TRANSFER', id }),
    preview: (graduateId, kind) => request({ type: 'PREVIEW', kind, graduateId }),
  };
}

/** The type of the innermost failure: an activity's stands inside that of its workflow. */
function typeOf(cause: unknown): string | undefined {
  if (!(cause instanceof Error)) return undefined;
  return typeOf(cause.cause) ?? (cause instanceof ApplicationFailure ? (cause.type ?? undefined) : undefined);
}
