import { kindStatuses } from '../../../api/grants/grant-view.ts';
import { StatementKind } from '../../../domain/grants/grant.ts';
import { verificationAddress } from '../../../domain/statements/compose-statement.ts';
import { actors } from '../../support/domain/actors.ts';
import { newGraduate } from '../../support/domain/graduate-state.ts';
import { july } from '../../support/domain/instants.ts';
import { checked, granted } from '../../support/domain/journey.ts';

describe('the two kinds', () => {
  it('R1 R28 R51 each has its own entry of online verification', () => {
    expect(StatementKind.options.map((kind) => verificationAddress('https://quxiang.example', kind))).toEqual([
      'https://quxiang.example/verification/dossier',
      'https://quxiang.example/verification/hukou',
    ]);
  });

  it('R35 before any grant each kind is 未确认, which is stored nowhere', () => {
    const { state, now } = checked();
    expect(state.grants).toEqual([]);
    expect(kindStatuses(state, now)).toEqual([
      { kind: 'DOSSIER', status: 'UNAUTHORISED' },
      { kind: 'HUKOU', status: 'UNAUTHORISED' },
    ]);
  });

  it('R30 the newest grant of a kind speaks, at the instant of the question', () => {
    const paper = granted();
    paper.apply(actors.graduate, 'CLOSE_GRANT', { grantId: paper.state.grants[1]!.id });
    expect(kindStatuses(paper.state, paper.now).map(({ status }) => status)).toEqual(['ACTIVE', 'CLOSED']);
    expect(kindStatuses(paper.state, july).map(({ status }) => status)).toEqual(['EXPIRED', 'CLOSED']);
  });

  it('R3 who completed without graduating (结业生) takes part like everybody else', () => {
    const { state } = granted({ state: newGraduate({ academicStatus: 'COMPLETED' }) });
    expect(state).toMatchObject({
      basic: { academicStatus: 'COMPLETED' },
      confirmation: { status: 'CONFIRMED' },
      grants: [{ status: 'ACTIVE' }, { status: 'ACTIVE' }],
    });
  });
});
