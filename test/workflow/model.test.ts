import fc from 'fast-check';
import { stageOf } from '../../domain/lifecycle/standing.ts';
import { PaperRecord } from '../support/domain/paper-record.ts';
import { attemptOf, walkSteps } from '../support/domain/random-walk.ts';
import { within } from '../support/domain/within.ts';
import { onRealServer } from '../support/temporal/real-server.ts';
import { Season, shanghai } from '../support/temporal/season.ts';

const server = onRealServer();
const may = shanghai('2027-05-03T12:00:00');

/** Commands of a random walk, one after the other through the lifecycle workflow; time stands still. */
async function walk(steps: readonly { readonly pick: number; readonly blind: boolean }[]): Promise<void> {
  const season = await Season.begin(server(), may);
  for (const [index, { pick, blind }] of steps.entries()) {
    const at = may + (index + 1) * 1_000;
    const model = new PaperRecord({ state: await season.state(), now: at });
    const { actor, type, payload: payloadFor } = attemptOf(model, { kind: 'COMMAND', pick, blind });
    const payload = payloadFor(model.state, at);
    const decision = model.decide(actor, type, payload);
    const { code } = await season.send(actor, type, payload, { at, proofedAt: at });
    expect([type, code]).toEqual([type, decision.accepted ? 'APPLIED' : decision.refusal.code]);
    const after = await season.state();
    expect(await season.standing()).toMatchObject({ version: after.version, stage: stageOf(after), commandsHandled: index + 1 });
  }
}

describe('the running system against the model', () => {
  it('R14 R21 X17 answers every command as the model does, and the workflow knows where the record stands', async () => {
    const commands = walkSteps(16).map((steps) => steps.filter((step) => step.kind === 'COMMAND'));
    await fc.assert(fc.asyncProperty(commands, within(15_000, walk)), { numRuns: 12 });
  }, 60_000);
});
