import fc from 'fast-check';
import { graduateActions, staffActions, type AllowedAction } from '../../../domain/access/allowed-actions.ts';
import { actors, type PaperActor } from '../../support/domain/actors.ts';
import { fittingPayload } from '../../support/domain/fitting-payloads.ts';
import { newGraduate } from '../../support/domain/graduate-state.ts';
import { cutoff, dayMs, july, june, october, shanghai, transferEnd, verificationEnd } from '../../support/domain/instants.ts';
import { granted } from '../../support/domain/journey.ts';
import { PaperRecord, type PaperOptions } from '../../support/domain/paper-record.ts';
import { randomWalk, walkSteps } from '../../support/domain/random-walk.ts';
import { packWith } from '../../support/domain/rule-packs.ts';

/** What a button says and what the decision does with a payload that has nothing wrong in it. */
function compare(paper: PaperRecord, actor: PaperActor, { action, target, allowed, refusal }: AllowedAction): [string, string] {
  const decision = paper.decide(actor, action, fittingPayload(paper.state, action, target, paper.now));
  const answer = decision.accepted ? 'ALLOWED' : `${decision.refusal.code} ${decision.refusal.clause}`;
  return [`${action} ${target} ${allowed ? 'ALLOWED' : `${refusal?.code} ${refusal?.clause}`}`, `${action} ${target} ${answer}`];
}

function expectButtonsTrue(paper: PaperRecord): void {
  const context = paper.context();
  for (const [actor, actions] of [
    [actors.graduate, graduateActions(paper.state, context)],
    [actors.schoolAdmin, staffActions(paper.state, context)],
  ] as const) {
    for (const action of actions) {
      const [button, decision] = compare(paper, actor, action);
      expect(button).toBe(decision);
    }
  }
}

const packs = [
  undefined,
  packWith('grantNeedsSection', true),
  packWith('transferNumberNeeds', 'SETTLED'),
  packWith('hukouEditor', 'SCHOOL'),
  packWith('graduateMaySubmitUntil', 'CUTOFF'),
  packWith('reviewLevels', 'SCHOOL'),
  packWith('routes', { DESTINATION: 'NATIONAL', DOSSIER: 'PROVINCIAL', HUKOU: 'NATIONAL' }),
];
const instants = [june, july, cutoff - 1, cutoff, october, verificationEnd, transferEnd - 1, transferEnd + dayMs];
const calendars = [{}, { registrationClosesAt: july, departureAt: october }, { confirmationOpensAt: july, dossierClosesAt: june }];

const beginning = fc.record({
  pack: fc.constantFrom(...packs),
  calendar: fc.constantFrom(...calendars),
  dossierInSchool: fc.boolean(),
  hukouInSchool: fc.boolean(),
  graduatedAt: fc.constantFrom('202706', '202612'),
});

describe('allowedActions', () => {
  it('R10 R11 R12 R13 every button says what the decision would do, with its code and clause', () => {
    fc.assert(
      fc.property(beginning, walkSteps(), fc.constantFrom(...instants), ({ pack, calendar, ...basic }, walk, at) => {
        const options: PaperOptions = { state: newGraduate(basic), calendar, ...(pack && { pack }) };
        const paper = randomWalk(new PaperRecord(options), walk);
        expectButtonsTrue(paper);
        if (at >= paper.now) paper.now = at;
        expectButtonsTrue(paper);
      }),
      { numRuns: 300 },
    );
  });

  it('X20 the buttons of a graduate whose service ends before the cutoff are locked too', () => {
    const paper = new PaperRecord({ state: newGraduate({ graduatedAt: '202612' }), now: shanghai('2027-07-02T00:00:00') });
    paper.advance(paper.now);
    const locked = [...graduateActions(paper.state, paper.context()), ...staffActions(paper.state, paper.context())];
    expect(locked.filter(({ allowed }) => allowed)).toEqual([]);
    expectButtonsTrue(paper);
  });

  it('R10 the graduate has these buttons, the school those', () => {
    const paper = granted();
    const names = (actions: readonly AllowedAction[]) => actions.map(({ action, target }) => `${action} ${target}`);
    expect(names(graduateActions(paper.state, paper.context()))).toEqual([
      'CHECK_BASIC_INFORMATION null',
      'DISPUTE_BASIC_INFORMATION null',
      'REQUEST_ORIGIN_CORRECTION null',
      'SUBMIT_SECTION DESTINATION',
      'SUBMIT_SECTION DOSSIER',
      'SUBMIT_SECTION HUKOU',
      'WITHDRAW_SUBMISSION DESTINATION',
      'WITHDRAW_SUBMISSION DOSSIER',
      'WITHDRAW_SUBMISSION HUKOU',
      'REQUEST_VOID DESTINATION',
      'REQUEST_OPENING DESTINATION',
      'REQUEST_OPENING DOSSIER',
      'REQUEST_OPENING HUKOU',
      'CONFIRM null',
      'DISPUTE null',
      'RETRACT_DISPUTE null',
      'ISSUE_GRANT DOSSIER',
      'CLOSE_GRANT DOSSIER',
      'ISSUE_GRANT HUKOU',
      'CLOSE_GRANT HUKOU',
    ]);
    expect(names(staffActions(paper.state, paper.context()))).toEqual([
      'CORRECT_BASIC_INFORMATION null',
      'ANSWER_TICKET null',
      'ENTER_SECTION DESTINATION',
      'ENTER_SECTION DOSSIER',
      'ENTER_SECTION HUKOU',
      'ENTER_VOID DESTINATION',
      'OPEN_SECTION DESTINATION',
      'OPEN_SECTION DOSSIER',
      'OPEN_SECTION HUKOU',
      'CLOSE_OPENING DESTINATION',
      'CLOSE_OPENING DOSSIER',
      'CLOSE_OPENING HUKOU',
      ...['REQUEST_EXCEPTION', 'ANSWER_EXCEPTION'].flatMap((action) =>
        ['DESTINATION', 'DOSSIER', 'HUKOU', 'BASIC_INFORMATION'].map((scope) => `${action} ${scope}`),
      ),
      'REMIND null',
      'ISSUE_TRANSFER_NUMBER DOSSIER',
      'ISSUE_TRANSFER_NUMBER HUKOU',
    ]);
  });
});
