import { Ajv } from 'ajv';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readConfig } from '../../../infra/config/config.ts';
import { configVariables } from '../../../infra/config/config-variables.ts';
import { projectRoot } from '../../../scripts/stack/project-root.ts';
import { renderDynamicConfig } from '../../../scripts/stack/temporal/dynamic-config.ts';
import { serverVersion, uiVersion } from '../../../scripts/stack/temporal/versions.ts';
import { environmentOf, interpolate, readComposeFile } from './compose-file.ts';

const compose = readComposeFile();
const services = Object.entries(compose.services);
const own = services.filter(([, { build }]) => build !== undefined);
const application = ['api', 'worker'] as const;
const jobs = ['temporal-schema', 'temporal-namespace', 'migrations', 'keyring', 'seed', 'accounts'];

const read = (path: string): string => readFileSync(join(projectRoot, path), 'utf8');

describe('docker-compose.yml', () => {
  it('follows the Compose specification', () => {
    const { $schema: _dialect, ...schema } = JSON.parse(read('node_modules/dclint/schemas/compose.schema.json')) as Record<string, unknown>;
    const validate = new Ajv({ strict: false, validateFormats: false, allErrors: true }).compile(schema);
    const accepted = validate(compose);
    expect(validate.errors ?? []).toEqual([]);
    expect(accepted).toBe(true);
    expect(validate({ ...compose, services: { api: { imagee: 'x' } } })).toBe(false);
  });

  it('names every component of the stack', () => {
    expect(services.map(([name]) => name).sort()).toEqual([
      'accounts',
      'api',
      'identity',
      'keyring',
      'mail',
      'migrations',
      'postgres',
      'seed',
      'temporal',
      'temporal-namespace',
      'temporal-postgres',
      'temporal-schema',
      'temporal-ui',
      'worker',
    ]);
  });

  it.each(application)('gives %s every variable the configuration needs and none it does not know', (name) => {
    const given = Object.keys(environmentOf(compose.services[name]!));
    const known = configVariables.map((variable) => variable.name);
    expect(given.filter((variable) => !known.includes(variable))).toEqual([]);
    expect(configVariables.filter(({ required, name: variable }) => required && !given.includes(variable))).toEqual([]);
  });

  it.each(application)('gives %s values that the configuration takes', (name) => {
    const config = readConfig(environmentOf(compose.services[name]!));
    expect(config.http).toMatchObject({ host: '0.0.0.0', port: 3000 });
    expect(config.statement.specimen).toBe(true);
    expect(config.database.url).toContain('quxiang_app:');
  });

  it('keeps the owner of the tables away from everything but the migrations', () => {
    const holders = services
      .filter(([, service]) => JSON.stringify(service.environment ?? {}).includes('quxiang_admin'))
      .map(([name]) => name);
    expect(holders).toEqual(['migrations']);
  });

  it('opens ports to this machine only, each once', () => {
    const published = services.flatMap(([, { ports = [] }]) => ports.map(interpolate));
    expect(published.filter((port) => !port.startsWith('127.0.0.1:'))).toEqual([]);
    const outside = published.map((port) => port.split(':')[1]);
    expect(new Set(outside).size).toBe(outside.length);
    expect(outside.sort()).toEqual(['1080', '25432', '3000', '7233', '8233', '9000']);
  });

  it('points each service at a service and a port that is there', () => {
    const listening: Record<string, string[]> = {
      postgres: ['5432'],
      'temporal-postgres': ['5432'],
      temporal: ['7233'],
      mail: ['1025', '1080'],
      'identity.localhost': ['9000'],
    };
    expect(compose.services['identity']!.networks).toEqual({ default: { aliases: ['identity.localhost'] } });
    for (const [name, service] of services) {
      for (const value of Object.values(environmentOf(service))) {
        const [, host, port] = /(?:@|\/\/|^)([a-z][a-z.-]*):(\d{2,5})(?:\/|$)/.exec(value) ?? [];
        if (host === undefined || host === 'localhost') continue;
        expect([name, host, listening[host]]).toEqual([name, host, expect.arrayContaining([port]) as string[]]);
      }
    }
  });

  it('checks the health of all that keeps running, and waits for what is needed', () => {
    const unchecked = services.filter(([name, { healthcheck }]) => !jobs.includes(name) && !healthcheck).map(([name]) => name);
    expect(unchecked).toEqual([]);
    for (const [name, { depends_on: needs = {} }] of services) {
      for (const [needed, { condition }] of Object.entries(needs)) {
        expect(Object.keys(compose.services)).toContain(needed);
        expect([name, needed, condition]).toEqual([
          name,
          needed,
          jobs.includes(needed) ? 'service_completed_successfully' : 'service_healthy',
        ]);
      }
    }
    for (const name of application)
      expect(Object.keys(compose.services[name]!.depends_on ?? {})).toEqual(
        expect.arrayContaining(['migrations', 'temporal-namespace', 'keyring']),
      );
  });

  it('runs scripts that exist, without any privilege', () => {
    for (const [name, { command = [], cap_drop, security_opt }] of own) {
      const script = command[0] === 'node' ? command.slice(1).find((word) => !word.startsWith('--')) : undefined;
      if (script !== undefined) expect([name, script, existsSync(join(projectRoot, script))]).toEqual([name, script, true]);
      expect([name, cap_drop, security_opt]).toEqual([name, ['ALL'], ['no-new-privileges:true']]);
    }
    expect(own.map(([name]) => name)).toEqual(expect.arrayContaining(['api', 'worker', 'migrations', 'seed']));
  });

  it('mounts volumes and files that are there', () => {
    for (const [name, { volumes = [] }] of services) {
      for (const volume of volumes) {
        const source = volume.split(':')[0]!;
        const there = source.startsWith('./') ? existsSync(join(projectRoot, source)) : source in compose.volumes;
        expect([name, source, there]).toEqual([name, source, true]);
      }
    }
  });

  it('runs the Temporal server the tests run, with the same settings', () => {
    expect(compose.services['temporal']!.image).toBe(`temporalio/server:${serverVersion}`);
    expect(compose.services['temporal-schema']!.image).toBe(`temporalio/admin-tools:${serverVersion}`);
    expect(compose.services['temporal-ui']!.image).toBe(`temporalio/ui:${uiVersion}`);
    expect(read('scripts/compose/dynamic-config.yaml').replace(/^#.*\n/, '')).toBe(renderDynamicConfig());
  });
});
