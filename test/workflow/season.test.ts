import { Season, shanghai } from '../support/temporal/season.ts';
import { pendingDestination } from '../support/record/contents.ts';
import { onRealServer } from '../support/temporal/real-server.ts';

const server = onRealServer();

const imported = shanghai('2027-05-03T10:00:00');

/** Events of the process itself; each fast-forward adds its own, and the first one a workflow task of three. */
async function processEvents(season: Season): Promise<number> {
  const { events } = await season.handle.fetchHistory();
  return (
    (events ?? []).filter(
      (event) => !event.workflowExecutionOptionsUpdatedEventAttributes && !event.workflowExecutionTimeSkippingTransitionedEventAttributes,
    ).length - 3
  );
}

describe('the lifecycle of a graduate on the real server, with time skipping', () => {
  it('R54 R29 R55 R33 R42 X20 reminds, expires the grant, records the cutoff and ends, each at its instant', async () => {
    const season = await Season.begin(server(), imported);
    await season.moveTo(shanghai('2027-05-08T00:00:00'));
    expect(await season.told()).toEqual(['reminder.daily']);

    const may = shanghai('2027-05-08T12:00:00');
    await season.check(may);
    await season.register(may);
    await season.confirm(may);
    expect(await processEvents(season)).toBeLessThanOrEqual(85);

    await season.grant('DOSSIER', '2027-06-08', may);
    expect(await season.standing()).toMatchObject({ stage: 'CONFIRMED', nextStep: 'REMINDED', ended: false });

    await season.moveTo(shanghai('2027-06-08T23:59:50'));
    expect((await season.state()).grants.map(({ status }) => status)).toEqual(['ACTIVE']);
    await season.moveTo(shanghai('2027-06-09T00:20:00'));
    expect((await season.state()).grants.map(({ status }) => status)).toEqual(['EXPIRED']);
    expect((await season.told()).filter((event) => !event.startsWith('review'))).toEqual([
      'reminder.daily',
      'grant.issued',
      'reminder.daily',
      'grant.expired',
    ]);

    await season.moveTo(shanghai('2027-09-10T00:20:00'));
    expect((await season.state()).cutoffRecorded).toBe(true);

    await season.moveTo(shanghai('2028-04-02T00:00:00'));
    await season.handle.result();
    expect(await season.state()).toMatchObject({ ended: true, stage: 'ENDED' });
    expect((await season.told()).at(-1)).toBe('service.ended');
  });

  it('R14 a review that nobody decides becomes overdue and the school is told once', async () => {
    const season = await Season.begin(server(), imported);
    const may = shanghai('2027-05-03T12:00:00');
    await season.check(may);
    await season.submit('DESTINATION', pendingDestination, may);
    await season.moveTo(shanghai('2027-05-12T00:00:00'));
    expect(await season.standing()).toMatchObject({ stage: 'IN_REVIEW', overdue: true });
    const { typedSearchAttributes } = await season.handle.describe();
    expect(typedSearchAttributes.getAll()).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ key: expect.objectContaining({ name: 'QxOverdue' }), value: true }),
        expect.objectContaining({ key: expect.objectContaining({ name: 'QxStage' }), value: 'IN_REVIEW' }),
      ]),
    );
    const { rows } = await server().record.pool.query('SELECT 1 FROM "notification" WHERE "graduateId" = $1 AND "event" = $2', [
      season.graduateId,
      'review.overdue',
    ]);
    expect(rows).toHaveLength(1);
  });

  it('a command for a lifecycle that has ended gets a final outcome and changes nothing', async () => {
    const season = await Season.begin(server(), imported);
    await season.moveTo(shanghai('2028-04-02T00:00:00'));
    await season.handle.result();
    const late = shanghai('2028-04-03T00:00:00');
    const { version } = await season.state();
    const { sendCommand } = await import('../../infra/temporal/send-command.ts');
    const { store, seenBasic } = await import('../support/record/commands.ts');
    const { subjectOf } = await import('../support/temporal/subject.ts');
    const commandId = await store(
      server().record,
      season.graduateId,
      season.me,
      'CHECK_BASIC_INFORMATION',
      { digest: await seenBasic(server().record, season.graduateId) },
      { at: late },
    );
    const answered = await sendCommand(server().worker, {
      commandId,
      graduateId: season.graduateId,
      timeoutMs: 10_000,
      clockOffsetMs: 0,
      readSubject: () => subjectOf(server().record, season.graduateId, late),
    });
    expect(answered).toBe(true);
    const { rows } = await server().record.pool.query<{ outcome: { code: string } }>('SELECT "outcome" FROM "command" WHERE "id" = $1', [
      commandId,
    ]);
    expect(rows[0]?.outcome.code).toBe('LIFECYCLE_ENDED');
    expect((await season.state()).version).toBe(version);
  });
});
