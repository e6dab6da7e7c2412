import { findLiveGrant, GrantStatus, liveStatus } from '../../../domain/grants/grant.ts';
import { actors } from '../../support/domain/actors.ts';
import { unknownId } from '../../support/domain/graduate-state.ts';
import { shanghai } from '../../support/domain/instants.ts';
import { granted } from '../../support/domain/journey.ts';

const deadline = shanghai('2027-07-11T00:00:00');

describe('R31 关闭', () => {
  it('R31 ends the grant at once, the other kind and the confirmation untouched, and the graduate is told', () => {
    const paper = granted();
    const told = paper.told.length;
    const grantId = paper.state.grants[0]!.id;
    expect(paper.apply(actors.graduate, 'CLOSE_GRANT', { grantId })).toEqual([
      { type: 'GRANT_ENDED', grantId, kind: 'DOSSIER', status: 'CLOSED' },
    ]);
    expect(paper.state.grants.map(({ status }) => status)).toEqual(['CLOSED', 'ACTIVE']);
    expect(paper.state.confirmation.status).toBe('CONFIRMED');
    expect(paper.told.slice(told)).toMatchObject([
      { recipientKind: 'GRADUATE', event: 'grant.closed', step: grantId, params: { kind: 'DOSSIER' } },
    ]);
  });

  it('R31 only what lives can be closed', () => {
    const paper = granted();
    const grantId = paper.state.grants[0]!.id;
    paper.apply(actors.graduate, 'CLOSE_GRANT', { grantId });
    for (const id of [grantId, unknownId])
      expect(paper.refusal(actors.graduate, 'CLOSE_GRANT', { grantId: id })).toEqual({ code: 'GRANT_NOT_LIVE', clause: 'R31' });
  });

  it('R29 X13 the end of a grant: one millisecond before, at, and one after', () => {
    const answers = [-1, 0, 1].map((ms) => {
      const paper = granted();
      paper.now = deadline + ms;
      const decision = paper.decide(actors.graduate, 'CLOSE_GRANT', { grantId: paper.state.grants[0]!.id });
      return decision.accepted ? 'ACCEPTED' : decision.refusal.code;
    });
    expect(answers).toEqual(['ACCEPTED', 'GRANT_NOT_LIVE', 'GRANT_NOT_LIVE']);
  });
});

describe('R30 the live status is computed from the instant, never from a flag', () => {
  const [grant] = granted().state.grants;

  it('R29 R30 生效中 until the last millisecond, then 已过期, whatever the books say', () => {
    expect([-1, 0, 1].map((ms) => liveStatus(grant!, deadline + ms))).toEqual(['ACTIVE', 'EXPIRED', 'EXPIRED']);
    expect(findLiveGrant([grant!], 'DOSSIER', deadline - 1)).toBe(grant);
    expect(findLiveGrant([grant!], 'DOSSIER', deadline)).toBeUndefined();
    expect(findLiveGrant([grant!], 'HUKOU', deadline - 1)).toBeUndefined();
  });

  it.each(GrantStatus.options.filter((status) => status !== 'ACTIVE'))(
    'R30 %s stays what it is, before and after its deadline',
    (status) => {
      expect([deadline - 1, deadline].map((now) => liveStatus({ ...grant!, status }, now))).toEqual([status, status]);
    },
  );
});
