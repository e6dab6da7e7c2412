import { createLimit } from '../../../infra/pdf/limit.ts';

describe('limit', () => {
  it('runs so many at once and no more, in order, and goes on after a failure', async () => {
    const limit = createLimit(2);
    const order: string[] = [];
    const gates = new Map<number, () => void>();
    let running = 0;
    let most = 0;
    const works = [0, 1, 2, 3, 4].map((id) =>
      limit(async () => {
        running += 1;
        most = Math.max(most, running);
        order.push(`start ${id}`);
        await new Promise<void>((resolve) => gates.set(id, resolve));
        running -= 1;
        if (id === 1) throw new Error('one fails');
        return id;
      }).catch(() => -1),
    );
    for (const id of [1, 0, 2, 3, 4]) {
      while (!gates.has(id)) await Promise.resolve();
      gates.get(id)?.();
    }
    expect(await Promise.all(works)).toEqual([0, -1, 2, 3, 4]);
    expect(most).toBe(2);
    expect(order).toEqual(['start 0', 'start 1', 'start 2', 'start 3', 'start 4']);
  });
});
