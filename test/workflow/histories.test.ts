import { adminActor, collegeActor, seenRecord } from '../support/record/commands.ts';
import { homeDossier, pendingDestination } from '../support/record/contents.ts';
import { Season, shanghai } from '../support/temporal/season.ts';
import { keepHistory } from '../support/temporal/keep-history.ts';
import { onRealServer } from '../support/temporal/real-server.ts';

const server = onRealServer();

const imported = shanghai('2027-05-03T10:00:00');
const may = shanghai('2027-05-03T12:00:00');

describe('seasons whose histories are kept for replay', () => {
  it('R21 plain season to the end of the service', async () => {
    const season = await Season.begin(server(), imported);
    await season.check(may);
    await season.register(may);
    await season.confirm(may);
    await season.grant('DOSSIER', '2027-06-03', may);
    await season.moveTo(shanghai('2028-04-02T00:00:00'));
    await season.handle.result();
    expect((await season.state()).ended).toBe(true);
    await keepHistory('plain-season', season.handle);
  });

  it('R14 returned by the college and submitted again', async () => {
    const season = await Season.begin(server(), imported);
    await season.check(may);
    const versionId = await season.submit('DESTINATION', pendingDestination, may);
    await season.apply(
      collegeActor(server().school),
      'DECIDE_REVIEW',
      { decision: 'RETURN', versionId, reason: 'WRONG_CATEGORY', text: '请核对去向类别', fields: ['code'] },
      { at: may },
    );
    expect((await season.state()).sections.DESTINATION.latest?.status).toBe('RETURNED');
    await season.approve(await season.submit('DESTINATION', pendingDestination, may), may);
    expect((await season.state()).confirmation.status).toBe('UNCONFIRMED');
    expect(await season.told()).toEqual(['review.decided', 'review.decided']);
    await keepHistory('return-and-resubmit', season.handle);
  });

  it('R32 key change after a grant', async () => {
    const season = await Season.begin(server(), imported);
    await season.check(may);
    await season.register(may);
    await season.confirm(may);
    await season.grant('HUKOU', '2027-06-03', may);
    await season.register(may, { DOSSIER: { ...homeDossier, address: '示例路9号' } });
    const state = await season.state();
    expect([state.confirmation.status, state.grants[0]?.status]).toEqual(['UNCONFIRMED', 'INVALIDATED']);
    await keepHistory('key-change-after-grant', season.handle);
  });

  it('R21 X17 dispute, retraction, dispute, correction by the school', async () => {
    const season = await Season.begin(server(), imported);
    await season.check(may);
    await season.register(may, { DESTINATION: pendingDestination });
    const dispute = async () =>
      season.apply(
        season.me,
        'DISPUTE',
        { digest: await seenRecord(server().record, season.graduateId), text: '专业有误', fields: ['major'] },
        { at: may },
      );
    await dispute();
    await season.apply(season.me, 'RETRACT_DISPUTE', {}, { at: may });
    await dispute();
    await season.apply(
      adminActor(server().school),
      'CORRECT_BASIC_INFORMATION',
      { changes: { major: '逻辑学' }, reason: '毕业生反馈' },
      { at: may },
    );
    expect((await season.state()).confirmation.status).toBe('UNCONFIRMED');
    expect(await season.told()).toContain('confirm.required_again');
    await keepHistory('dispute', season.handle);
  });

  it('X18 void of an approved destination', async () => {
    const season = await Season.begin(server(), imported);
    await season.check(may);
    await season.register(may, { DESTINATION: pendingDestination });
    const current = (await season.state()).sections.DESTINATION.current?.id;
    const { ids } = await season.apply(
      season.me,
      'REQUEST_VOID',
      { section: 'DESTINATION', versionId: current, note: '填报有误' },
      { at: may },
    );
    await season.approve(ids?.versionId ?? '', may);
    const state = await season.state();
    expect([state.confirmation.status, state.sections.DESTINATION.current]).toEqual(['NOT_REPORTED', null]);
    await keepHistory('void', season.handle);
  });

  it('R55 what is at a desk at the cutoff lapses', async () => {
    const season = await Season.begin(server(), imported);
    await season.check(may);
    await season.submit('DESTINATION', pendingDestination, may);
    await season.moveTo(shanghai('2027-09-10T00:20:00'));
    expect((await season.state()).sections.DESTINATION.latest?.status).toBe('LAPSED');
    expect(await season.told()).toContain('cutoff.reached');
    await keepHistory('cutoff', season.handle);
  });
});
