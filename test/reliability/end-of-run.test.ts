import { commandUpdateName, decideSignalName, recordChangedSignalName } from '../../domain/lifecycle/messages.ts';
import { findCommand } from '../../infra/record/command-store.ts';
import { waitUntil } from '../../scripts/stack/wait-until.ts';
import { collegeActor, schoolActor, store } from '../support/record/commands.ts';
import { pendingDestination } from '../support/record/contents.ts';
import { Season, shanghai } from '../support/temporal/season.ts';
import { onRealServer } from '../support/temporal/real-server.ts';

const server = onRealServer();
const may = shanghai('2027-05-03T12:00:00');

describe('messages that arrive while a run closes', () => {
  it('signals by which operators and bulk work decide are the second door to the same decision', async () => {
    const season = await Season.begin(server(), may);
    await season.check(may);
    const versionId = await season.submit('DESTINATION', pendingDestination, may);
    for (const actor of [collegeActor(server().school), schoolActor(server().school)]) {
      const commandId = await store(
        server().record,
        season.graduateId,
        actor,
        'DECIDE_REVIEW',
        { decision: 'APPROVE', versionId },
        { at: may },
      );
      await season.handle.signal(decideSignalName, commandId);
      // The update after it takes its turn behind the signal, so its answer says that the signal has been handled.
      await season.send(actor, 'DECIDE_REVIEW', { decision: 'APPROVE', versionId }, { at: may });
      expect((await findCommand(server().record.pool, commandId))?.outcome?.code).toBe('APPLIED');
    }
    expect((await season.state()).confirmation.status).toBe('UNCONFIRMED');
  });

  it('continues as new under load: no update is lost, none is applied twice', async () => {
    const season = await Season.begin(server(), may);
    await season.check(may);
    const { runId } = await season.handle.describe();
    // With the updates more than a thousand events, however few tasks they come in.
    const signals = Array.from({ length: 950 }, () => season.handle.signal(recordChangedSignalName));
    // The server takes ten updates of one workflow at a time.
    const client = async () => {
      const codes: (string | undefined)[] = [];
      for (let round = 0; round < 5; round += 1) {
        const commandId = await store(server().record, season.graduateId, season.me, 'RETRACT_DISPUTE', {}, { at: may });
        await season.handle.executeUpdate(commandUpdateName, { args: [commandId], updateId: commandId });
        codes.push((await findCommand(server().record.pool, commandId))?.outcome?.code);
      }
      return codes;
    };
    const answers = await Promise.all(Array.from({ length: 8 }, client));
    await Promise.all(signals);
    expect(answers.flat()).toEqual(Array.from({ length: 40 }, () => 'NO_DISPUTE'));
    // A run that has answered still drains before it closes.
    await waitUntil(async () => (await season.handle.describe()).runId !== runId, {
      timeoutMs: 30_000,
      intervalMs: 100,
      explain: () => new Error('the run goes on'),
    });
    expect(await season.standing()).toMatchObject({ stage: 'REGISTERING', version: 1 });
  }, 120_000);

  it('an update and signals at the end of the service are all answered', async () => {
    const season = await Season.begin(server(), may);
    const commands = await Promise.all(
      Array.from({ length: 10 }, () =>
        store(server().record, season.graduateId, season.me, 'RETRACT_DISPUTE', {}, { at: shanghai('2028-04-02T00:00:00') }),
      ),
    );
    const moving = season.moveTo(shanghai('2028-04-02T00:00:00'));
    const answers = await Promise.allSettled(
      commands.map((commandId) => season.handle.executeUpdate(commandUpdateName, { args: [commandId], updateId: commandId })),
    );
    await moving;
    await season.handle.result();
    for (const [index, answer] of answers.entries()) {
      const outcome = (await findCommand(server().record.pool, commands[index] ?? ''))?.outcome?.code;
      // Either the workflow heard it and answered, or it had ended and the sweeper will send it: never half of it.
      if (answer.status === 'fulfilled') expect(answer.value).toBe(outcome);
      else expect(outcome ?? 'NOT_SENT').toMatch(/NOT_SENT|LIFECYCLE_ENDED|NO_DISPUTE/);
    }
  }, 120_000);
});
