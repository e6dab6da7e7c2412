import { createLogger } from '../../../infra/logger/logger.ts';

function logged(write: (logger: ReturnType<typeof createLogger>) => void): string {
  const lines: string[] = [];
  write(createLogger({ log: { level: 'trace' } }, 'test', { write: (line) => void lines.push(line) }));
  return lines.join('');
}

describe('createLogger', () => {
  it('writes one JSON line with level and name', () => {
    expect(JSON.parse(logged((logger) => logger.info({ count: 3 }, 'imported')))).toMatchObject({
      level: 'info',
      name: 'test',
      count: 3,
      msg: 'imported',
    });
  });

  it.each(['idNumber', 'fullName', 'phone', 'email', 'verificationNumber', 'password'])('removes %s at three depths', (field) => {
    const text = logged((logger) =>
      logger.info({ [field]: 'secret-1', graduate: { [field]: 'secret-2', inner: { [field]: 'secret-3' } } }),
    );
    expect(text).not.toContain('secret-');
    expect(text.match(/\[removed\]/g)).toHaveLength(3);
  });

  it('keeps the place and the code of an error and drops its words', () => {
    const cause = Object.assign(new Error('Key (id_number)=(110101199003070038) already exists, 张三'), {
      code: '23505',
      constraint: 'graduate_key',
    });
    const text = logged((logger) => logger.error({ err: new Error('while saving 张三', { cause }) }, 'failed'));
    const line = JSON.parse(text) as { err: { type: string; stack: string[]; cause: Record<string, unknown> } };
    expect(line.err.cause).toMatchObject({ type: 'Error', code: '23505', constraint: 'graduate_key' });
    expect(line.err.stack[0]).toContain('logger.test.ts');
    expect(text).not.toContain('张三');
    expect(text).not.toContain('11010119900307');
  });

  it('masks identity and mobile numbers that slip into a message, and leaves other numbers alone', () => {
    const text = logged((logger) =>
      logger.warn({ id: '0192f0c1-7d4e-7000-8000-123456789012', ms: 1_763_800_000_000 }, 'row 11010119900307003X of 13800138000'),
    );
    expect(text).toContain('row [id number] of [phone]');
    expect(text).toContain('123456789012');
    expect(text).toContain('1763800000000');
  });
});
