import type { ErrorCode } from '../errors/error-code.ts';
import type { GraduateState } from '../graduate/graduate-state.ts';
import type { RegistrationEvent } from './events.ts';
import type { RulePack } from '../rule-packs/rule-pack.ts';
import type { Windows } from '../calendar/windows.ts';
import type { Role } from '../access/role.ts';

/** Why a command is refused: a stable code, the clause it rests on, and values that may be shown to the actor. */
export interface Refusal {
  readonly code: ErrorCode;
  readonly clause?: string;
  readonly fields?: readonly string[];
}

export type Decision =
  { readonly accepted: true; readonly events: readonly RegistrationEvent[] } | { readonly accepted: false; readonly refusal: Refusal };

/** What a guard asks beside the state; for a command `now` is its `receivedAt` (X13), in milliseconds. */
export interface GuardContext {
  readonly now: number;
  readonly pack: RulePack;
  readonly windows: Windows;
}

/** What a decision may know beside the state. */
export interface DecisionContext extends GuardContext {
  readonly actor: { readonly id: string; readonly role: Role };
  /** When the actor was last proofed in person, if ever (R26). */
  readonly proofedAt: number | null;
  readonly newId: () => string;
  readonly newNumber: (kind: 'VERIFICATION' | 'TRANSFER') => string;
}

export type Decider<Payload> = (state: GraduateState, payload: Payload, context: DecisionContext) => Decision;

export const accept = (...events: RegistrationEvent[]): Decision => ({ accepted: true, events });

export const refuse = (code: ErrorCode, detail: Omit<Refusal, 'code'> = {}): Decision => ({
  accepted: false,
  refusal: { code, ...detail },
});
