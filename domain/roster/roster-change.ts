import { accept, type Decision, type DecisionContext } from '../decision/decision.ts';
import { evolve } from '../decision/evolve.ts';
import type { RegistrationEvent } from '../decision/events.ts';
import { decideBasicCorrection } from '../graduate/decide-basic-correction.ts';
import { graduateOwnedFields, type BasicField, type BasicInformation } from '../graduate/basic-information.ts';
import type { GraduateState } from '../graduate/graduate-state.ts';
import { changedFields } from '../registration/key-fields.ts';
import { sectionKinds, type SectionContent, type SectionKind } from '../registration/section.ts';
import { importedSections } from './imported-sections.ts';
import type { RosterRow } from './roster-row.ts';

/** A graduate who is on the roster, as far as a sheet can differ from them. */
export interface OnRoster {
  readonly basic: BasicInformation;
  readonly collegeId: string | null;
  readonly counsellorId: string | null;
  readonly inForce: Readonly<Partial<Record<SectionKind, SectionContent>>>;
  /** Sections at a desk: they are left alone. */
  readonly inReview: readonly SectionKind[];
}

/** What a row says otherwise than the record. */
export interface RosterChange {
  readonly basic: readonly BasicField[];
  readonly placement: readonly ('college' | 'counsellor')[];
  readonly sections: readonly SectionKind[];
}

/** Differences, in cells that are filled: an empty one says nothing, and phone and mail are the graduate's own (R7). `indexes` are those of the row's document. */
export function changeOf(row: RosterRow, graduate: OnRoster, indexes: readonly string[]): RosterChange {
  const given = (Object.keys(row.basic) as (keyof RosterRow['basic'])[]).filter(
    (field) => row.given.has(field) && field !== 'idType' && !graduateOwnedFields.includes(field),
  );
  const otherPerson = row.given.has('idNumber') && !indexes.includes(graduate.basic.idNumberIndex);
  return {
    basic: [
      ...given.filter((field) => row.basic[field] !== graduate.basic[field]),
      ...(otherPerson ? ['idNumberIndex' as const, ...(row.basic.idType === graduate.basic.idType ? [] : ['idType' as const])] : []),
    ],
    placement: [
      ...(row.given.has('college') && row.collegeId !== null && row.collegeId !== graduate.collegeId ? ['college' as const] : []),
      ...(row.counsellorId !== null && row.counsellorId !== graduate.counsellorId ? ['counsellor' as const] : []),
    ],
    sections: sectionKinds.filter((section) => {
      const content = row.sections[section];
      const inForce = graduate.inForce[section];
      return (
        content !== undefined &&
        !graduate.inReview.includes(section) &&
        (inForce === undefined || changedFields(inForce, content).length > 0)
      );
    }),
  };
}

export const isNoChange = ({ basic, placement, sections }: RosterChange): boolean =>
  basic.length + placement.length + sections.length === 0;

interface ChangeContext extends DecisionContext {
  readonly idNumberIndex: string;
  readonly sealedIdNumber: string;
}

/** The change as events, by the same decision as a correction at the desk, so that key fields have their consequences (R21, X12). */
export function decideRosterChange(state: GraduateState, row: RosterRow, change: RosterChange, context: ChangeContext): Decision {
  let events: readonly RegistrationEvent[] = [];
  if (change.basic.length > 0) {
    const ofDocument = change.basic.includes('idNumberIndex')
      ? { idNumberIndex: context.idNumberIndex, sealedIdNumber: context.sealedIdNumber }
      : {};
    const plain = change.basic.filter((field) => field !== 'idNumberIndex').map((field) => [field, row.basic[field]] as const);
    const decision = decideBasicCorrection(
      state,
      { changes: { ...Object.fromEntries(plain), ...ofDocument }, reason: '生源名单更新' },
      context,
    );
    if (!decision.accepted) return decision;
    events = decision.events;
  }
  if (change.placement.length > 0)
    events = [...events, { type: 'GRADUATE_PLACED', collegeId: row.collegeId, counsellorId: row.counsellorId, fields: change.placement }];
  const changed = events.reduce((after, event) => evolve(after, event, context.now), state);
  const sections = Object.fromEntries(change.sections.map((section) => [section, row.sections[section]]));
  return accept(...events, ...importedSections(changed, sections, { importedBy: context.actor.id, guard: context, newId: context.newId }));
}

/** What a decision costs the graduate: shown before it is made. */
export function costOf(events: readonly RegistrationEvent[]): { readonly returns: boolean; readonly numbers: number } {
  return {
    returns: events.some((event) => event.type === 'CONFIRMATION_CHANGED' && event.to === 'UNCONFIRMED' && event.from !== 'NOT_REPORTED'),
    numbers: events.filter(({ type }) => type === 'GRANT_ENDED' || type === 'TRANSFER_NUMBER_ENDED').length,
  };
}
