import { ApplicationFailure } from '@temporalio/common';
import { WorkflowFailedError } from '@temporalio/client';
import { errors, type ErrorCode } from '../../domain/errors/error-code.ts';
import { RefusalError } from '../../domain/errors/refusal-error.ts';
import type { StatementReference } from '../../domain/statements/messages.ts';
import { findUnprintable } from '../../infra/statements/find-unprintable.ts';
import { requestStatement, type StatementDesk } from '../../infra/statements/request-statement.ts';
import type { StatementPort } from './statement-port.ts';

/** Statements that a worker prints; what it refuses comes back as the same refusal. */
export function createStatementPort(desk: StatementDesk): StatementPort {
  const request = async (reference: StatementReference): Promise<Uint8Array> => {
    try {
      return await requestStatement(desk, reference);
    } catch (error) {
      const type = error instanceof WorkflowFailedError ? typeOf(error.cause) : undefined;
      if (type === undefined || !Object.hasOwn(errors, type)) throw error;
      throw new RefusalError(type as ErrorCode, type === 'GLYPH_MISSING' ? { characters: await findUnprintable(desk, reference) } : {});
    }
  };
  return {
    forGrant: (id, rendering) => request({ type: 'NUMBER', numberKind: 'VERIFICATION', id, rendering }),
    forTransferNumber: (id, rendering) => request({ type: 'NUMBER', numberKind: 'TRANSFER', id, rendering }),
    preview: (graduateId, kind, rendering) => request({ type: 'PREVIEW', kind, graduateId, rendering }),
  };
}

/** The type of the innermost failure: an activity's stands inside that of its workflow. */
function typeOf(cause: unknown): string | undefined {
  if (!(cause instanceof Error)) return undefined;
  return typeOf(cause.cause) ?? (cause instanceof ApplicationFailure ? (cause.type ?? undefined) : undefined);
}
