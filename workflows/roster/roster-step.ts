import { assertNever } from '../../domain/assert-never.ts';
import type { RosterStepInput, RosterStepReport } from '../../domain/roster/messages.ts';
import { afterwards, rows } from './policies.ts';

/**
 * One step on an import that stands: it is judged again after cells were put right, committed, its sections decided on, or taken back.
 * All steps of an import have one workflow id, so that only one runs at a time; each finds in the record what it is to do and how far it is.
 */
export async function rosterStep({ importId, step }: RosterStepInput): Promise<RosterStepReport> {
  switch (step) {
    case 'VALIDATE': {
      const { valid, invalid } = await rows.validateRoster(importId);
      return { done: valid, left: invalid };
    }
    case 'COMMIT': {
      const { imported, changed = 0, invalid } = await rows.importRoster(importId);
      await afterwards.startRosterLifecycles(importId);
      return { done: imported + changed, left: invalid };
    }
    case 'DECIDE_SECTIONS':
      return rows.decideRosterSections(importId);
    case 'UNDO':
      return rows.undoRoster(importId);
    default:
      return assertNever(step);
  }
}
