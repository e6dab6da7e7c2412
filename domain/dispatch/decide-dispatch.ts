import type { Refusal } from '../decision/decision.ts';
import type { GraduateState } from '../graduate/graduate-state.ts';
import { findLiveTransferNumber } from '../transfer-numbers/transfer-number.ts';
import type { DispatchTarget } from './dispatch-content.ts';
import { mayBecome, type DispatchStatus } from './dispatch-status.ts';

/** What is known of the graduate's earlier dispatch that still holds: none, or where it stands. */
type Holding = DispatchStatus | null;

/** Why no file of this graduate may be kept at the school; undefined when it may. */
export function refuseKeeping({ basic }: Pick<GraduateState, 'basic'>, holding: Holding): Refusal | undefined {
  if (!basic.dossierInSchool) return { code: 'DOSSIER_NOT_IN_SCHOOL', clause: 'X16' };
  return holding === null ? undefined : { code: 'DISPATCH_EXISTS', clause: 'R64' };
}

type Preparation = { readonly refusal: Refusal } | { readonly transferNumberId: string; readonly target: DispatchTarget };

/** Whether a file may be made ready, and with which number and destination its papers are printed (R62, X16). */
export function decidePreparation(state: GraduateState, holding: Holding, now: number): Preparation {
  if (!state.basic.dossierInSchool) return { refusal: { code: 'DOSSIER_NOT_IN_SCHOOL', clause: 'X16' } };
  if (holding !== null && holding !== 'KEPT_AT_SCHOOL') return { refusal: { code: 'DISPATCH_EXISTS', clause: 'R64' } };
  const target = targetOf(state);
  if (target === undefined) return { refusal: { code: 'DOSSIER_NOT_REGISTERED', clause: 'R62' } };
  const number = findLiveTransferNumber(state.transferNumbers, 'DOSSIER', now);
  if (number === undefined) return { refusal: { code: 'TRANSFER_NUMBER_MISSING', clause: 'R62' } };
  return { transferNumberId: number.id, target };
}

/** Why a dispatch may not become this; undefined when it may. */
export function refuseMove(from: DispatchStatus, to: DispatchStatus): Refusal | undefined {
  return mayBecome(from, to) ? undefined : { code: 'DISPATCH_ELSEWHERE', clause: 'R63' };
}

function targetOf({ sections }: GraduateState): DispatchTarget | undefined {
  const dossier = sections.DOSSIER.current?.content;
  const text = (content: Readonly<Record<string, unknown>> | undefined, field: string): string | null =>
    typeof content?.[field] === 'string' ? content[field] : null;
  const [unitName, region, address] = ['unitName', 'region', 'address'].map((field) => text(dossier, field));
  // EMS needs all of it or it cannot deliver (F1).
  if (!dossier || !unitName || !region || !address) return undefined;
  return {
    type: dossier['type'] as DispatchTarget['type'],
    unitName,
    region,
    address,
    postcode: text(dossier, 'postcode'),
    contact: text(dossier, 'contact'),
    phone: text(dossier, 'phone'),
    employer: text(sections.DESTINATION.current?.content, 'entityName'),
  };
}
