import { ConfigError, readConfig } from '../../../infra/config/config.ts';
import { configVariables } from '../../../infra/config/config-variables.ts';
import { completeEnvironment } from './complete-environment.ts';

function refusal(env: Record<string, string | undefined>): ConfigError {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error;
    throw error;
  }
  throw new Error('the configuration was accepted');
}

const production = { ...completeEnvironment, NODE_ENV: 'production', PUBLIC_URL: 'https://quxiang.test', OIDC_ISSUER: 'https://id.test' };

describe('readConfig', () => {
  it('groups the variables and fills in what has a default', () => {
    const config = readConfig(completeEnvironment);
    expect(config.database.url).toBe(completeEnvironment['DATABASE_URL']);
    expect(config.temporal).toEqual({
      address: '127.0.0.1:7233',
      namespace: 'quxiang',
      uiUrl: 'http://127.0.0.1:8233',
      taskQueue: 'quxiang',
      workflowCacheSize: 2_000,
      release: 'current',
    });
    expect(config.http).toEqual({ publicUrl: 'http://127.0.0.1:3000', host: '127.0.0.1', port: 3000, trustedProxies: 'loopback' });
    expect(config.statement.specimen).toBe(true);
    expect(config.identity.proofingAcr).toBe('urn:quxiang:acr:proofed');
  });

  it('is production, the strictest, when NODE_ENV is not set', () => {
    expect(readConfig({ ...production, NODE_ENV: undefined }).environment).toBe('production');
  });

  it('R49 takes limits of verification as JSON for what differs, and refuses what is none', () => {
    const limitsOf = (json: string | undefined) => readConfig({ ...completeEnvironment, VERIFICATION_LIMITS: json }).verification.limits;
    expect(limitsOf('{"challengeBits": 4}')).toEqual({ ...limitsOf(undefined), challengeBits: 4 });
    for (const [json, place] of [
      ['{', 'the whole'],
      ['[]', 'the whole'],
      ['{"challengeBits": "secret"}', 'challengeBits'],
      ['{"adress": {}}', 'the whole'],
      ['{"overall": {"free": {"capacity": 0, "secondsEach": 1}}}', 'overall.free.capacity'],
    ]) {
      const { message } = refusal({ ...completeEnvironment, VERIFICATION_LIMITS: json });
      expect(message).toContain(place);
      expect(message).not.toContain('secret');
    }
  });

  it.each([
    ['true', true],
    ['1', true],
    ['false', false],
    ['0', false],
  ])('reads the flag %s as %s', (word, value) => {
    expect(readConfig({ ...completeEnvironment, DEVELOPMENT_CLOCK: word }).clock.development).toBe(value);
  });

  it.each(['TRUE', 'yes', 'no', 'on', ' true'])('refuses the flag "%s" instead of guessing', (word) => {
    expect(refusal({ ...completeEnvironment, STATEMENT_SPECIMEN: word }).message).toContain(
      'STATEMENT_SPECIMEN: must be true, false, 1 or 0',
    );
  });

  it('names every bad variable at once', () => {
    const { variables } = refusal({
      ...completeEnvironment,
      DATABASE_URL: '',
      HTTP_PORT: '70000',
      TEMPORAL_ADDRESS: 'localhost',
      SMTP_URL: 'http://x',
    });
    expect([...variables].sort()).toEqual(['DATABASE_URL', 'HTTP_PORT', 'SMTP_URL', 'TEMPORAL_ADDRESS']);
  });

  it('never shows a value, not even a bad one', () => {
    const bad = Object.fromEntries(configVariables.map(({ name }) => [name, `Hunter2-${name}-value`]));
    const { message, variables } = refusal(bad);
    expect(variables.length).toBeGreaterThan(8);
    expect(message).not.toContain('Hunter2');
  });

  it('refuses the development clock and plain http in production', () => {
    expect(refusal({ ...production, DEVELOPMENT_CLOCK: 'true' }).variables).toEqual(['DEVELOPMENT_CLOCK']);
    expect(refusal({ ...production, PUBLIC_URL: 'http://quxiang.test', OIDC_ISSUER: 'http://id.test' }).variables).toEqual([
      'PUBLIC_URL',
      'OIDC_ISSUER',
    ]);
  });

  it('wants a second factor of staff in production unless told otherwise', () => {
    expect(readConfig(production).staff.secondFactor).toBe('required');
    expect(readConfig({ ...production, STAFF_SECOND_FACTOR: 'optional' }).staff.secondFactor).toBe('optional');
    expect(readConfig(completeEnvironment).staff.secondFactor).toBe('optional');
  });
});

describe('configVariables', () => {
  it('calls required exactly what readConfig misses in an empty environment', () => {
    const required = configVariables.filter((variable) => variable.required).map(({ name }) => name);
    expect([...refusal({}).variables].sort()).toEqual([...required].sort());
    expect(Object.keys(completeEnvironment)).toEqual(expect.arrayContaining(required));
  });

  it('says what each is for and which are secret', () => {
    expect(configVariables.filter(({ purpose }) => purpose.length < 8)).toEqual([]);
    const secrets = configVariables.filter(({ secret }) => secret).map(({ name }) => name);
    expect(secrets.sort()).toEqual([
      'DATABASE_ADMIN_URL',
      'DATABASE_URL',
      'OIDC_CLIENT_SECRET',
      'SMTP_URL',
      'STATEMENT_SIGNING_PASSPHRASE',
    ]);
  });
});
