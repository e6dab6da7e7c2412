import { Lifetime } from '../../../scripts/start/lifetime.ts';

describe('Lifetime', () => {
  it('ends in the opposite order, once, and goes on when one fails', async () => {
    const ended: string[] = [];
    const lifetime = new Lifetime();
    lifetime.add('database', () => Promise.resolve(void ended.push('database')));
    lifetime.add('broken', () => Promise.reject(new Error('stuck')));
    lifetime.add('worker', () => Promise.resolve(void ended.push('worker')));
    await Promise.all([lifetime.end(), lifetime.end()]);
    expect(ended).toEqual(['worker', 'database']);
  });
});
