import type { ConfirmationCause, ConfirmationStatus } from '../confirmation/status.ts';
import type { RegistrationEvent } from '../decision/events.ts';
import type { GraduateState } from '../graduate/graduate-state.ts';
import type { StatementKind } from '../grants/grant.ts';
import type { RulePack } from '../rule-packs/rule-pack.ts';
import type { SectionKind } from './section.ts';

/** What happened to the record, as far as "what invalidates what" asks (section 15 of the rules). */
export type RecordChange =
  | { readonly kind: 'SECTION'; readonly section: SectionKind; readonly keyChange: boolean }
  | { readonly kind: 'BASIC_INFORMATION'; readonly keyChange: boolean }
  | { readonly kind: 'DESTINATION_VOIDED' };

interface Consequence {
  readonly confirmation: ConfirmationStatus;
  readonly cause: ConfirmationCause;
}

/** Section 15 as a table: confirmation status before → after, for each sort of change. */
const confirmationAfter: Record<'KEY' | 'OTHER' | 'VOID', Record<ConfirmationStatus, Consequence | null>> = {
  KEY: {
    NOT_REPORTED: null,
    UNCONFIRMED: null,
    CONFIRMED: { confirmation: 'UNCONFIRMED', cause: 'KEY_FIELD_CHANGED' },
    DISPUTED: { confirmation: 'UNCONFIRMED', cause: 'CORRECTED' },
  },
  OTHER: {
    NOT_REPORTED: null,
    UNCONFIRMED: null,
    CONFIRMED: null,
    DISPUTED: { confirmation: 'UNCONFIRMED', cause: 'CORRECTED' },
  },
  VOID: {
    NOT_REPORTED: null,
    UNCONFIRMED: { confirmation: 'NOT_REPORTED', cause: 'DESTINATION_VOIDED' },
    CONFIRMED: { confirmation: 'NOT_REPORTED', cause: 'DESTINATION_VOIDED' },
    DISPUTED: { confirmation: 'NOT_REPORTED', cause: 'DESTINATION_VOIDED' },
  },
};

/** Events that follow from an approved change: confirmation, grants, transfer numbers (R21, R32, R38, X4, X17, X18). */
export function consequencesOf(state: GraduateState, change: RecordChange, pack: RulePack, now: number): RegistrationEvent[] {
  const { status } = state.confirmation;
  const sort = change.kind === 'DESTINATION_VOIDED' ? 'VOID' : change.keyChange ? 'KEY' : 'OTHER';
  const reported = change.kind === 'SECTION' && change.section === 'DESTINATION' && status === 'NOT_REPORTED';
  const next = reported ? { confirmation: 'UNCONFIRMED' as const, cause: 'REPORTED' as const } : confirmationAfter[sort][status];
  const events: RegistrationEvent[] = [];
  if (next) {
    events.push({
      type: 'CONFIRMATION_CHANGED',
      from: status,
      to: next.confirmation,
      cause: next.cause,
      digest: null,
      text: null,
      fields: [],
    });
  }
  return sort === 'OTHER' ? events : [...events, ...endedNumbers(state, affectedKinds(change, pack), now)];
}

/** X4: any key change kills the numbers of both kinds, unless the pack says section only. */
function affectedKinds(change: RecordChange, pack: RulePack): readonly StatementKind[] {
  if (pack.invalidateSectionOnly.value && change.kind === 'SECTION' && change.section !== 'DESTINATION') return [change.section];
  return ['DOSSIER', 'HUKOU'];
}

/** Numbers of these kinds that are alive, as they end now. */
export function endedNumbers(state: GraduateState, kinds: readonly StatementKind[], now: number): RegistrationEvent[] {
  const grants = state.grants.filter((grant) => grant.status === 'ACTIVE' && kinds.includes(grant.kind));
  const numbers = state.transferNumbers.filter((number) => number.status === 'ACTIVE' && kinds.includes(number.kind));
  return [
    ...grants.map((grant): RegistrationEvent => ({
      type: 'GRANT_ENDED',
      grantId: grant.id,
      kind: grant.kind,
      status: now < grant.deadline ? 'INVALIDATED' : 'EXPIRED',
    })),
    ...numbers.map((number): RegistrationEvent => ({
      type: 'TRANSFER_NUMBER_ENDED',
      transferNumberId: number.id,
      kind: number.kind,
      status: now < number.deadline ? 'INVALIDATED' : 'ENDED',
    })),
  ];
}
