import { z } from 'zod';
import { refuseConfirmation } from '../../domain/confirmation/decide-confirmation.ts';
import type { Refusal } from '../../domain/decision/decision.ts';
import { refuseGrant } from '../../domain/grants/decide-grant.ts';
import { refuseClosedModule } from '../../domain/registration/guards.ts';
import { sectionKinds } from '../../domain/registration/section.ts';
import { Lock, lockOf } from './actions-view.ts';
import type { Standing } from './read-graduate.ts';

/** The five modules (R10) with what locks them (R11–R13, X16); null is open. */
export const ModuleView = z
  .object({ module: z.enum(['DESTINATION', 'DOSSIER', 'HUKOU', 'CONFIRMATION', 'VERIFICATION']), lock: Lock.nullable() })
  .meta({ id: 'Module' });
type ModuleView = z.infer<typeof ModuleView>;

/** Having done something does not lock the module in which it was done. */
const doneAlready: readonly Refusal['code'][] = ['ALREADY_CONFIRMED', 'DISPUTE_OPEN', 'GRANT_ALREADY_LIVE'];

export function modulesView({ state, guard }: Standing): ModuleView[] {
  const view = (module: ModuleView['module'], refusal: Refusal | undefined): ModuleView => ({
    module,
    lock: refusal === undefined || doneAlready.includes(refusal.code) ? null : lockOf(refusal),
  });
  const grants = (['DOSSIER', 'HUKOU'] as const).map((kind) => refuseGrant(state, kind, guard));
  const openGrant = grants.some((refusal) => refusal === undefined || doneAlready.includes(refusal.code));
  return [
    ...sectionKinds.map((section) => view(section, refuseClosedModule(state, section, guard))),
    view('CONFIRMATION', refuseConfirmation(state, guard)),
    view('VERIFICATION', openGrant ? undefined : grants[0]),
  ];
}
