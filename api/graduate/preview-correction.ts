import { z } from 'zod';
import { decide } from '../../domain/decision/decide.ts';
import type { RegistrationEvent } from '../../domain/decision/events.ts';
import { errors, type ErrorCode } from '../../domain/errors/error-code.ts';
import { RefusalError, type RefusalDetail } from '../../domain/errors/refusal-error.ts';
import type { Role } from '../../domain/access/role.ts';
import type { ApiDependencies } from '../dependencies.ts';
import { json } from '../http/answer.ts';
import { findManyEntitled } from '../http/jurisdiction.ts';
import { FieldProblem, Words } from '../http/problem.ts';
import { wordsOfFault } from '../http/request-problems.ts';
import { route } from '../http/route.ts';
import { ManyCorrections } from './correct-many.ts';
import type { CorrectionBody } from './correction-body.ts';
import { readStanding } from './read-graduate.ts';
import { sealCorrection } from './seal-correction.ts';

const Consequence = z
  .object({
    graduateId: z.uuid(),
    changes: z.boolean(),
    code: z.string().nullable().meta({ description: 'Why it would be refused' }),
    words: Words.nullable(),
    fields: z.array(FieldProblem).meta({ description: 'Which of the values it would be refused for' }),
    returnsToUnconfirmed: z.boolean(),
    grantsEnded: z.int(),
    transferNumbersEnded: z.int(),
  })
  .meta({ id: 'CorrectionConsequence' });
type Consequence = z.infer<typeof Consequence>;

const Preview = z
  .object({
    changes: z.int(),
    refused: z.int(),
    returnToUnconfirmed: z.int().meta({ description: 'Graduates who return to 未确认 (R21)' }),
    numbersEnded: z.int().meta({ description: 'Verification and transfer numbers that die (R32, R38)' }),
    graduates: z.array(Consequence),
  })
  .meta({ id: 'CorrectionPreview' });

/** What a correction of many would do, asked of the decision itself, which is pure; nothing is written. */
export const previewCorrections = route({
  method: 'post',
  path: '/api/basic-information/corrections/preview',
  right: { resource: 'basicInformation', action: 'correct' },
  part: 'graduate',
  summary: 'What a correction of many would do',
  body: ManyCorrections,
  reply: Preview,
  handle: async (context) => {
    const {
      deps,
      session,
      body: { graduateIds, ...correction },
    } = context;
    const rolesOf = await findManyEntitled(deps.pool, context, graduateIds);
    const graduates: Consequence[] = [];
    for (const graduateId of graduateIds) {
      const role = rolesOf.get(graduateId)?.[0];
      graduates.push(
        role
          ? await consequenceOf(deps, graduateId, correction, { id: session.accountId, role })
          : refused(graduateId, rolesOf.has(graduateId) ? 'FORBIDDEN' : 'NOT_FOUND'),
      );
    }
    const sum = (read: (consequence: Consequence) => number): number =>
      graduates.reduce((total, consequence) => total + read(consequence), 0);
    return json({
      graduates,
      changes: sum(({ changes }) => Number(changes)),
      refused: sum(({ changes }) => Number(!changes)),
      returnToUnconfirmed: sum(({ returnsToUnconfirmed }) => Number(returnsToUnconfirmed)),
      numbersEnded: sum(({ grantsEnded, transferNumbersEnded }) => grantsEnded + transferNumbersEnded),
    });
  },
});

const refused = (graduateId: string, code: ErrorCode, fields: RefusalDetail['fields'] = []): Consequence => ({
  graduateId,
  changes: false,
  code,
  words: errors[code],
  fields: fields.map((fault) => ({ ...fault, ...wordsOfFault(fault.code) })),
  returnsToUnconfirmed: false,
  grantsEnded: 0,
  transferNumbersEnded: 0,
});

async function consequenceOf(
  deps: ApiDependencies,
  graduateId: string,
  correction: CorrectionBody,
  actor: { id: string; role: Role },
): Promise<Consequence> {
  try {
    const { state, guard } = await readStanding(deps, graduateId);
    const payload = sealCorrection(deps, state.basic, correction, { graduateId, now: guard.now, earlier: undefined });
    const decision = decide(
      state,
      { type: 'CORRECT_BASIC_INFORMATION', payload },
      { ...guard, actor, proofedAt: null, newId: () => '', newNumber: () => '' },
    );
    if (!decision.accepted) return refused(graduateId, decision.refusal.code);
    const count = (type: RegistrationEvent['type']): number => decision.events.filter((event) => event.type === type).length;
    return {
      graduateId,
      changes: true,
      code: null,
      words: null,
      fields: [],
      grantsEnded: count('GRANT_ENDED'),
      transferNumbersEnded: count('TRANSFER_NUMBER_ENDED'),
      returnsToUnconfirmed: decision.events.some((event) => event.type === 'CONFIRMATION_CHANGED' && event.to === 'UNCONFIRMED'),
    };
  } catch (error) {
    if (error instanceof RefusalError) return refused(graduateId, error.code, error.detail.fields);
    throw error;
  }
}
