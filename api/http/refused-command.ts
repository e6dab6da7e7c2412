import type { Role } from '../../domain/access/role.ts';
import type { StoredOutcome } from '../../domain/commands/outcome.ts';
import { RefusalError } from '../../domain/errors/refusal-error.ts';
import type { ApiDependencies } from '../dependencies.ts';
import { actionViews } from '../graduate/actions-view.ts';
import { allowedActionsFor } from '../graduate/allowed-actions-for.ts';
import { readStanding } from '../graduate/read-graduate.ts';

/** A refused command as a problem: the reason of the first time, and what may be done now. */
export async function refusalOfOutcome(
  deps: Pick<ApiDependencies, 'pool' | 'rulePacks'>,
  graduateId: string,
  actor: { readonly id: string; readonly role: Role },
  { code, refusal }: StoredOutcome,
  readCurrent: () => Promise<unknown>,
): Promise<RefusalError> {
  if (code === 'APPLIED') throw new TypeError('an applied command is no refusal');
  const allowedActions = actionViews(allowedActionsFor(await readStanding(deps, graduateId), actor));
  const hasMoved = code === 'RECORD_CHANGED' || code === 'SUBMISSION_CHANGED';
  return new RefusalError(code, {
    allowedActions,
    ...(hasMoved && { current: await readCurrent() }),
    ...(refusal?.clause !== undefined && { clause: refusal.clause }),
    ...(refusal?.fields !== undefined && {
      fields: refusal.fields.map((field) => ({ field, code: code === 'INVALID_REQUEST' ? 'VALUE_WRONG' : code })),
    }),
  });
}
