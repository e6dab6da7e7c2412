import type { CommandPayload } from '../commands/command.ts';
import { accept, refuse, type Decider, type GuardContext, type Refusal } from '../decision/decision.ts';
import { faultyFields } from '../decision/faulty-fields.ts';
import { consequencesOf } from '../registration/consequences.ts';
import { isClosed } from '../registration/exceptions.ts';
import { BasicCorrection } from './basic-correction.ts';
import { graduateOwnedFields, type BasicInformation } from './basic-information.ts';
import type { GraduateState } from './graduate-state.ts';

/** May the school correct basic information now? (R7, R55, X7) */
export function refuseBasicCorrection(state: GraduateState, context: GuardContext): Refusal | undefined {
  if (state.ended) return { code: 'LIFECYCLE_ENDED', clause: 'X20' };
  return isClosed(state, 'BASIC_INFORMATION', context) ? { code: 'AFTER_CUTOFF', clause: context.pack.cutoff.clause } : undefined;
}

/** R7, X12: the school corrects what is its own; identity fields are key fields. */
export const decideBasicCorrection: Decider<CommandPayload<'CORRECT_BASIC_INFORMATION'>> = (state, payload, context) => {
  const { pack, now } = context;
  const refusal = refuseBasicCorrection(state, context) ?? refuseForeignFields(payload.changes);
  if (refusal) return { accepted: false, refusal };
  const parsed = BasicCorrection.safeParse(payload.changes);
  if (!parsed.success) return refuse('INVALID_REQUEST', { fields: faultyFields(parsed.error) });
  const { sealedIdNumber = null, ...proposed } = parsed.data;
  const fields = (Object.keys(proposed) as (keyof typeof proposed)[]).filter((field) => proposed[field] !== state.basic[field]);
  if (fields.length === 0) return refuse('NO_CHANGE');
  const changes: Partial<BasicInformation> = Object.fromEntries(fields.map((field) => [field, proposed[field]]));
  const disorder = refuseDisorder({ ...state.basic, ...changes }) ?? refuseHalfIdentity(fields, sealedIdNumber);
  if (disorder) return { accepted: false, refusal: disorder };
  const keyChange = fields.some((field) => pack.keyFields.basicInformation.includes(field));
  return accept(
    // A seal without another number would replace what is sealed by something nobody compared.
    {
      type: 'BASIC_INFORMATION_CORRECTED',
      changes,
      sealedIdNumber: fields.includes('idNumberIndex') ? sealedIdNumber : null,
      fields: fields,
      reason: payload.reason,
    },
    ...consequencesOf(state, { kind: 'BASIC_INFORMATION', keyChange }, pack, now),
  );
};

/** R7: phone and mail are changed in the graduate's sign-in account. */
function refuseForeignFields(changes: Readonly<Record<string, unknown>>): Refusal | undefined {
  const foreign = graduateOwnedFields.filter((field) => Object.hasOwn(changes, field));
  return foreign.length > 0 ? { code: 'FIELD_NOT_CORRECTABLE', clause: 'R7', fields: foreign } : undefined;
}

function refuseDisorder({ enrolledAt, graduatedAt }: BasicInformation): Refusal | undefined {
  return enrolledAt >= graduatedAt ? { code: 'INVALID_REQUEST', fields: ['enrolledAt', 'graduatedAt'] } : undefined;
}

/** The index is over type and number, and the seal holds the number: none of them changes alone. */
function refuseHalfIdentity(fields: readonly string[], sealedIdNumber: string | null): Refusal | undefined {
  const indexChanges = fields.includes('idNumberIndex');
  const whole = indexChanges ? sealedIdNumber !== null : !fields.includes('idType');
  return whole ? undefined : { code: 'INVALID_REQUEST', fields: ['idNumber'] };
}
