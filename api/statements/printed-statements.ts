import { WorkflowFailedError } from '@temporalio/client';
import { RefusalError } from '../../domain/errors/refusal-error.ts';
import type { StatementReference } from '../../domain/statements/messages.ts';
import { findUnprintable } from '../../infra/statements/find-unprintable.ts';
import { requestStatement, type StatementDesk } from '../../infra/statements/request-statement.ts';
import { refusalOfWorkflow } from './refusal-of-workflow.ts';
import type { StatementPort } from './statement-port.ts';

/** Statements that a worker prints; what it refuses comes back as the same refusal. */
export function createStatementPort(desk: StatementDesk): StatementPort {
  const request = async (reference: StatementReference): Promise<Uint8Array> => {
    try {
      return await requestStatement(desk, reference);
    } catch (error) {
      const refusal = error instanceof WorkflowFailedError ? refusalOfWorkflow(error) : undefined;
      if (refusal === undefined) throw error;
      throw refusal.code === 'GLYPH_MISSING'
        ? new RefusalError(refusal.code, { characters: await findUnprintable(desk, reference) })
        : refusal;
    }
  };
  return {
    forGrant: (id, rendering) => request({ type: 'NUMBER', numberKind: 'VERIFICATION', id, rendering }),
    forTransferNumber: (id, rendering) => request({ type: 'NUMBER', numberKind: 'TRANSFER', id, rendering }),
    preview: (graduateId, kind, rendering) => request({ type: 'PREVIEW', kind, graduateId, rendering }),
  };
}
