import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findFreePorts } from '../../../scripts/stack/ports.ts';
import { waitUntil } from '../../../scripts/stack/wait-until.ts';
import { processesNaming, StackProcess } from './stack-process.ts';

const portVariables = [
  'HTTP_PORT',
  'METRICS_PORT',
  'WORKER_METRICS_PORT',
  'POSTGRES_PORT',
  'TEMPORAL_PORT',
  'TEMPORAL_UI_PORT',
  'SMTP_PORT',
  'MAIL_PORT',
  'OIDC_PORT',
] as const;

let directory: string;
let ports: Record<(typeof portVariables)[number], number>;
let environment: Record<string, string>;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'quxiang-e2e-start-'));
  const free = await findFreePorts(portVariables.length);
  ports = Object.fromEntries(portVariables.map((name, index) => [name, free[index] ?? 0])) as typeof ports;
  environment = {
    QUXIANG_DATA_DIR: join(directory, 'data'),
    ...Object.fromEntries(Object.entries(ports).map(([name, port]) => [name, String(port)])),
  };
});

afterAll(() => rm(directory, { recursive: true, force: true }));

const readKeyring = (): Promise<string> => readFile(join(directory, 'data', 'keyring.json'), 'utf8');

async function statusOf(port: number, path: string): Promise<number> {
  return (await fetch(`http://127.0.0.1:${port}${path}`, { headers: { accept: 'text/html' }, signal: AbortSignal.timeout(10_000) })).status;
}

// One run after the other on one folder: each goes on where the one before has stopped.
describe('npm start', () => {
  it('brings everything up, answers at each address it prints, and leaves nothing running after Ctrl-C', async () => {
    const stack = new StackProcess(environment);
    await stack.waitUntilUp();
    expect(await statusOf(ports.HTTP_PORT, '/health/ready')).toBe(200);
    expect(await statusOf(ports.HTTP_PORT, '/api/docs')).toBe(200);
    expect(await statusOf(ports.TEMPORAL_UI_PORT, '/namespaces/quxiang/workflows')).toBe(200);
    expect(await statusOf(ports.MAIL_PORT, '/')).toBe(200);
    expect(await statusOf(ports.OIDC_PORT, '/.well-known/openid-configuration')).toBe(200);
    for (const port of [ports.HTTP_PORT, ports.TEMPORAL_UI_PORT, ports.MAIL_PORT, ports.OIDC_PORT])
      expect(stack.output).toContain(`http://127.0.0.1:${port}`);
    expect(stack.output).toMatch(/GRADUATE\s+\S+\s+\d+/);
    expect(stack.output).toMatch(/Three things to try\n\s+1\..*\n\s+2\..*\n\s+3\./);
    expect(await stack.end('SIGINT')).toBe(0);
    expect(await processesNaming(directory)).toEqual([]);
  }, 180_000);

  it('keeps the data for the second start, refuses a third beside it, and outlives nobody when it is killed', async () => {
    const keyring = await readKeyring();
    const stack = new StackProcess(environment);
    await stack.waitUntilUp();
    expect(stack.output).toContain('The tables are up to date');
    expect(await readKeyring()).toBe(keyring);
    const other = new StackProcess(environment);
    expect(await other.end()).toBe(1);
    expect(other.output).toMatch(/running already[\s\S]*What to do: Stop it with Ctrl-C or kill \d+/);
    await stack.end('SIGKILL');
    await waitUntil(async () => (await processesNaming(directory)).length === 0, {
      timeoutMs: 30_000,
      intervalMs: 200,
      explain: () => new Error('something outlives npm start'),
    });
  }, 180_000);

  it('says what to do about a port in use', async () => {
    const squatter = createServer();
    await new Promise<void>((resolve) => squatter.listen(ports.TEMPORAL_UI_PORT, '127.0.0.1', () => resolve()));
    const stack = new StackProcess(environment);
    expect(await stack.end()).toBe(1);
    await new Promise((resolve) => squatter.close(resolve));
    expect(stack.output).toContain(`Port ${ports.TEMPORAL_UI_PORT}, wanted for the Temporal UI, is in use.`);
    expect(stack.output).toContain('TEMPORAL_UI_PORT=');
  });

  it('says what to do about a broken data folder and about keys that cannot be read', async () => {
    const version = join(directory, 'data', 'postgres', 'cluster', 'PG_VERSION');
    const keyring = await readKeyring();
    await rm(version);
    const broken = new StackProcess(environment);
    expect(await broken.end()).toBe(1);
    expect(broken.output).toMatch(/cluster is broken[\s\S]*npm start -- --reset/);
    await writeFile(join(directory, 'data', 'keyring.json'), keyring.slice(10));
    const locked = new StackProcess(environment);
    expect(await locked.end()).toBe(1);
    expect(locked.output).toMatch(/keys in .*keyring\.json cannot be read[\s\S]*What to do/);
  });

  it('begins afresh with --reset, whatever state the folder is in', async () => {
    const stack = new StackProcess(environment, ['--reset']);
    await stack.waitUntilUp();
    expect(stack.output).toContain('Migrations applied');
    expect(await stack.end('SIGTERM')).toBe(0);
    expect(await processesNaming(directory)).toEqual([]);
  }, 180_000);
});
