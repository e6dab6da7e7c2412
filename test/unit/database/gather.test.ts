import { gather } from '../../../infra/database/gather.ts';

/** Runs that are finished by hand. */
function manual() {
  const runs: { items: readonly number[]; finish: () => void; fail: () => void }[] = [];
  const run = (items: readonly number[]) =>
    new Promise<number[]>((resolve, reject) => {
      runs.push({ items, finish: () => resolve(items.map((item) => item * 10)), fail: () => reject(new Error('down')) });
    });
  return { runs, run };
}
const soon = () =>
  new Promise((resolve) => {
    setImmediate(resolve);
  });

describe('gather', () => {
  it('takes what comes at once together, and what comes meanwhile into the next run', async () => {
    const { runs, run } = manual();
    const ask = gather(run, { lanes: 1, most: 10 });
    const first = [ask(1), ask(2)];
    await soon();
    const second = [ask(3), ask(4), ask(5)];
    await soon();
    expect(runs.map(({ items }) => items)).toEqual([[1, 2]]);
    runs[0]?.finish();
    expect(await Promise.all(first)).toEqual([10, 20]);
    await soon();
    expect(runs[1]?.items).toEqual([3, 4, 5]);
    runs[1]?.finish();
    expect(await Promise.all(second)).toEqual([30, 40, 50]);
  });

  it('keeps to its lanes and to the most of one run', async () => {
    const { runs, run } = manual();
    const ask = gather(run, { lanes: 2, most: 2 });
    const answers = Promise.all([1, 2, 3, 4, 5].map(ask));
    await soon();
    expect(runs.map(({ items }) => items)).toEqual([
      [1, 2],
      [3, 4],
    ]);
    runs[1]?.finish();
    await soon();
    await soon();
    expect(runs[2]?.items).toEqual([5]);
    runs[0]?.finish();
    runs[2]?.finish();
    expect(await answers).toEqual([10, 20, 30, 40, 50]);
  });

  it('fails those of a run that fails, and goes on', async () => {
    const { runs, run } = manual();
    const ask = gather(run, { lanes: 1, most: 10 });
    const failing = [ask(1), ask(2)].map((answer) => answer.catch((error: Error) => error.message));
    await soon();
    const next = ask(3);
    runs[0]?.fail();
    expect(await Promise.all(failing)).toEqual(['down', 'down']);
    await soon();
    runs[1]?.finish();
    expect(await next).toBe(30);
  });
});
