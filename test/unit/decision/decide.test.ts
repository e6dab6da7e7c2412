import { commandPayloads, CommandType } from '../../../domain/commands/command.ts';
import { errors } from '../../../domain/errors/error-code.ts';
import { actors, type PaperActor } from '../../support/domain/actors.ts';
import { fittingPayload } from '../../support/domain/fitting-payloads.ts';
import { dayMs, transferEnd } from '../../support/domain/instants.ts';
import { granted, registered, submit } from '../../support/domain/journey.ts';
import { homeDossier } from '../../support/record/contents.ts';

const everyActor: readonly PaperActor[] = Object.values(actors);

/** A payload of the right shape for each command, for the mutations below. */
const state = granted().state;
const shapes = CommandType.options.map(
  (type) => [type, fittingPayload(state, type, null, granted().now) as Record<string, unknown>] as const,
);

describe('the shape of a payload', () => {
  it.each(shapes)('R14 %s: a fitting payload has the right shape', (type, payload) => {
    expect(commandPayloads[type].safeParse(payload).error?.issues ?? []).toEqual([]);
  });

  it.each(shapes)('R14 %s: an unknown field is refused by its name, before any rule is asked', (type, payload) => {
    for (const actor of everyActor) {
      expect(granted().refusal(actor, type, { ...payload, extra: 1 })).toEqual({ code: 'INVALID_REQUEST', fields: ['extra'] });
    }
  });

  it.each(shapes.filter(([, payload]) => Object.keys(payload).length > 0))('R14 %s: every field is needed', (type, payload) => {
    for (const field of Object.keys(payload)) {
      const { [field]: _, ...rest } = payload;
      expect(granted().refusal(actors.graduate, type, rest)).toEqual({ code: 'INVALID_REQUEST', fields: [field] });
    }
  });

  it.each([null, undefined, 'text', 5, [], true])('R14 %j is no payload', (payload) => {
    for (const type of CommandType.options) expect(granted().refusal(actors.graduate, type, payload).code).toBe('INVALID_REQUEST');
  });

  it.each(['WITHDRAW_SUBMISSION', 'DECIDE_REVIEW', 'CLOSE_GRANT', 'ANSWER_TICKET'] as const)('R14 %s: an id is an id', (type) => {
    const payload = fittingPayload(state, type, null, granted().now) as Record<string, unknown>;
    const field = Object.keys(payload).find((name) => name.endsWith('Id'))!;
    expect(granted().refusal(actors.graduate, type, { ...payload, [field]: "1' OR '1'='1" })).toEqual({
      code: 'INVALID_REQUEST',
      fields: [field],
    });
  });

  it.each(['CHECK_BASIC_INFORMATION', 'CONFIRM', 'DISPUTE'] as const)('R23 %s: a digest is 64 hex digits', (type) => {
    const payload = fittingPayload(state, type, null, granted().now) as Record<string, unknown>;
    expect(granted().refusal(actors.graduate, type, { ...payload, digest: 'ABC' })).toEqual({
      code: 'INVALID_REQUEST',
      fields: ['digest'],
    });
  });

  it.each([
    ['a control character', '有误\u0001'],
    ['a bidirectional control', '有误\u2066'],
    ['501 characters', '字'.repeat(501)],
    ['nothing but spaces', '  \n '],
  ])('R22 the words of a dispute: %s is refused', (_, text) => {
    const payload = fittingPayload(state, 'DISPUTE', null, granted().now) as Record<string, unknown>;
    expect(registered().refusal(actors.graduate, 'DISPUTE', { ...payload, text })).toEqual({ code: 'INVALID_REQUEST', fields: ['text'] });
  });
});

describe('decisions', () => {
  it('R14 a decision changes nothing by itself and gives the same answer twice', () => {
    const paper = registered();
    submit(paper, 'DOSSIER', { ...homeDossier, address: '示例路2号' });
    const before = structuredClone(paper.state);
    const context = { ...paper.context(), newId: () => 'id', newNumber: () => 'number' };
    for (const type of CommandType.options) {
      const answers = [1, 2].map(() =>
        paper.decide.call(
          { state: paper.state, context: () => context } as never,
          actors.graduate,
          type,
          fittingPayload(paper.state, type, null, paper.now),
        ),
      );
      expect(answers[0]).toEqual(answers[1]);
    }
    expect(paper.state).toEqual(before);
  });

  it.each(CommandType.options)('X20 after the end of the service %s is refused, whoever asks', (type) => {
    const paper = granted();
    submit(paper, 'DOSSIER', { ...homeDossier, address: '示例路2号' });
    paper.apply(actors.graduate, 'REQUEST_ORIGIN_CORRECTION', fittingPayload(paper.state, 'REQUEST_ORIGIN_CORRECTION', null, paper.now));
    paper.advance(transferEnd + dayMs);
    for (const actor of everyActor) {
      const { code } = paper.refusal(actor, type, fittingPayload(paper.state, type, null, paper.now));
      expect(Object.keys(errors)).toContain(code);
    }
  });
});
