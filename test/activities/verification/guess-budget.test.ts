import { moveRecordClock } from '../../../api/development/move-record-clock.ts';
import { createGuessBudget, type GuessBudget } from '../../../infra/verification/guess-budget.ts';
import { attachTestRecord, openTestRecord, type TestRecord } from '../../support/record/test-record.ts';

let record: TestRecord;
let replica: TestRecord;
let budget: GuessBudget;
let other: GuessBudget;
let sequence = 0;

beforeAll(async () => {
  record = await openTestRecord();
  replica = attachTestRecord(record.database);
  budget = createGuessBudget(record.pool);
  other = createGuessBudget(replica.pool);
});
afterAll(async () => {
  await replica.pool.end();
  await record.close();
});

/** A bucket of its own for each test: ten at once, one more each minute. */
const fresh = (capacity = 10) => ({ key: `test-${(sequence += 1)}`, bucket: { capacity, secondsEach: 60 } });
const taken = async (from: GuessBudget, charge: ReturnType<typeof fresh>) => (await from.take([charge])).covered[0];
const countOf = (answers: readonly (boolean | undefined)[]) => answers.filter((answer) => answer).length;

let aheadMs = 0;
const wait = (seconds: number): Promise<void> => moveRecordClock(record.database.adminUrl, (aheadMs += seconds * 1_000));

describe('the budget of guesses', () => {
  it('R49 covers as many at once as it holds, however they come, over two replicas', async () => {
    const charge = fresh();
    const answers = await Promise.all(Array.from({ length: 40 }, (_, index) => taken(index % 2 ? budget : other, charge)));
    expect(countOf(answers)).toBe(10);
    expect(await taken(budget, charge)).toBe(false);
  });

  it('R49 fills again one by one and never beyond the whole, and says when', async () => {
    const charge = fresh(2);
    for (let count = 0; count < 2; count += 1) await taken(budget, charge);
    const { waitMs } = await budget.take([charge]);
    expect(waitMs).toBeGreaterThan(59_000);
    expect(waitMs).toBeLessThanOrEqual(60_000);
    await wait(61);
    expect([await taken(other, charge), await taken(budget, charge)]).toEqual([true, false]);
    await wait(86_400);
    expect(countOf([await taken(budget, charge), await taken(other, charge), await taken(budget, charge)])).toBe(2);
  });

  it('R49 who keeps asking in vain does not push the next one away', async () => {
    const charge = fresh(1);
    await taken(budget, charge);
    for (let count = 0; count < 20; count += 1) expect(await taken(budget, charge)).toBe(false);
    await wait(61);
    expect(await taken(budget, charge)).toBe(true);
  });

  it('R49 what was no guess comes back, to the other replica too, and never more than was taken', async () => {
    const charge = fresh(1);
    expect(await taken(budget, charge)).toBe(true);
    expect(await taken(other, charge)).toBe(false);
    budget.giveBack([charge]);
    await budget.settle();
    expect(await taken(other, charge)).toBe(true);
    for (let count = 0; count < 5; count += 1) other.giveBack([charge]);
    await other.settle();
    expect(countOf([await taken(budget, charge), await taken(budget, charge)])).toBe(1);
  });

  it('R49 who is short of one thing is told of that one', async () => {
    const [empty, full] = [fresh(1), fresh(5)];
    await taken(budget, empty);
    expect((await budget.take([full, empty])).covered).toEqual([true, false]);
  });

  it('R49 many at once in any order never wait for each other in a circle', async () => {
    const charges = Array.from({ length: 30 }, () => fresh(1_000));
    const shuffled = () => charges.toSorted(() => Math.random() - 0.5).slice(0, 5);
    const answers = await Promise.all(Array.from({ length: 400 }, (_, index) => (index % 2 ? budget : other).take(shuffled())));
    expect(answers.every(({ covered }) => covered.every(Boolean))).toBe(true);
  });

  it('keeps no address, no number, and no row that is full again', async () => {
    await wait(7 * 86_400);
    await createGuessBudget(record.pool).settle();
    expect((await record.pool.query('SELECT FROM "guess_budget"')).rowCount).toBe(0);
  });
});
