import fc from 'fast-check';
import { advance } from '../../../activities/record/advance.ts';
import { applyCommand } from '../../../activities/record/apply-command.ts';
import { findCommand } from '../../../infra/record/command-store.ts';
import { dayMs, june } from '../../support/domain/instants.ts';
import { PaperRecord } from '../../support/domain/paper-record.ts';
import { attemptOf, walkSteps, type Attempt, type WalkStep } from '../../support/domain/random-walk.ts';
import { within } from '../../support/domain/within.ts';
import { store } from '../../support/record/commands.ts';
import { createSchool, type SchoolFixture } from '../../support/record/graduates.ts';
import { newScene, sceneState, type Scene } from '../../support/record/stages.ts';
import { openTestRecord, type TestRecord } from '../../support/record/test-record.ts';

let record: TestRecord;
let school: SchoolFixture;
beforeAll(async () => {
  record = await openTestRecord();
  school = await createSchool(record.pool);
});
afterAll(() => record.close());

/** The record and the model side by side: the model takes its ids from what the record made, so that all of them are equal. */
class Comparison {
  private readonly made: string[] = [];
  private readonly dependencies = {
    ...record,
    newId: () => {
      const id = record.newId();
      this.made.push(id);
      return id;
    },
  };
  private readonly scene: Scene;
  private readonly model: PaperRecord;

  constructor(scene: Scene, model: Omit<ConstructorParameters<typeof PaperRecord>[0] & object, 'newId'>) {
    this.scene = scene;
    this.model = new PaperRecord({ ...model, newId: () => this.made.shift() ?? 'an id that the record did not make' });
  }

  static async begin(graduatedAt: string): Promise<Comparison> {
    const scene = await newScene(record, school, { graduatedAt });
    return new Comparison(scene, { state: await sceneState(scene), now: june });
  }

  async do(step: WalkStep): Promise<void> {
    if (step.kind === 'TIME') await this.pass(step.days);
    // Chosen on a copy, since asking the model would use up the ids that the record made.
    else await this.command(attemptOf(new PaperRecord({ state: this.model.state, now: this.model.now }), step));
    expect(await sceneState(this.scene)).toEqual(this.model.state);
    expect(await this.notifications()).toEqual(
      this.model.told
        .map(({ recipientKind, recipientId, event, step: about, params }) => ({ recipientKind, recipientId, event, step: about, params }))
        .sort(byText),
    );
    const {
      rows: [row],
    } = await record.pool.query<{ nextDeadline: number | null }>('SELECT "nextDeadline" FROM "graduate" WHERE "id" = $1', [
      this.model.state.id,
    ]);
    if (this.model.state.version > 0) expect(row?.nextDeadline).toBe(this.planned);
  }

  /** What the workflow's timer was last armed for. */
  private planned: number | null = null;

  private async command({ actor, type, payload: payloadFor }: Attempt): Promise<void> {
    this.model.now += 1_000;
    const { now } = this.model;
    const payload = payloadFor(this.model.state, now);
    const commandId = await store(record, this.model.state.id, actor, type, payload, { at: now, proofedAt: now });
    this.made.length = 0;
    const answer = await applyCommand(this.dependencies, commandId);
    const { outcome } = (await findCommand(record.pool, commandId))!;
    const decision = this.model.decide(actor, type, payload);
    const refusal = decision.accepted ? undefined : decision.refusal;
    expect([outcome?.code, outcome?.refusal]).toEqual([refusal?.code ?? 'APPLIED', refusal && JSON.parse(JSON.stringify(refusal))]);
    if (decision.accepted) this.model.write(decision.events);
    const standing = this.model.standing();
    expect(answer).toEqual({ ...standing, outcome: outcome?.code, ended: this.model.state.ended });
    if (decision.accepted) this.planned = standing.nextDeadline;
  }

  private async pass(days: number): Promise<void> {
    const asOf = this.model.now + days * dayMs;
    this.made.length = 0;
    const answer = await advance(this.dependencies, this.model.state.id, asOf);
    const happened = this.model.advance(asOf);
    const standing = this.model.standing();
    expect(answer).toEqual({ ...standing, ended: this.model.state.ended });
    if (happened.length > 0) this.planned = standing.nextDeadline;
  }

  private async notifications(): Promise<unknown[]> {
    const { rows } = await record.pool.query(
      'SELECT "recipientKind", "recipientId", "event", "step", "params" FROM "notification" WHERE "graduateId" = $1',
      [this.model.state.id],
    );
    return rows.sort(byText);
  }
}

const byText = (a: unknown, b: unknown): number => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);

describe('the record against the model', () => {
  it('R14 R21 R32 R54 X13 whatever happens in whatever order: same outcome, same state, same messages, same next deadline', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('202706', '202612'),
        walkSteps(35),
        within(14_000, async (graduatedAt, walk) => {
          const comparison = await Comparison.begin(graduatedAt);
          for (const step of walk) await comparison.do(step);
        }),
      ),
      { numRuns: 60 },
    );
  }, 60_000);
});
