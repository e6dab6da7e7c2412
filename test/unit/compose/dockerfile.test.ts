import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { configVariables } from '../../../infra/config/config-variables.ts';
import { projectRoot } from '../../../scripts/stack/project-root.ts';

const lines = readFileSync(join(projectRoot, 'Dockerfile'), 'utf8')
  .replaceAll('\\\n', ' ')
  .split('\n')
  .filter((line) => line && !line.startsWith('#'));
const stages = lines
  .join('\n')
  .split(/^FROM /m)
  .slice(1);
const final = stages.at(-1)!;

describe('Dockerfile', () => {
  it('runs as somebody without rights', () => {
    expect(/^USER (.+)$/m.exec(final)?.[1]).toBe('node');
    expect(final.indexOf('USER node')).toBeLessThan(final.indexOf('CMD'));
    expect(final.slice(final.indexOf('USER node'))).not.toMatch(/^(RUN|COPY|ADD) /m);
  });

  it('brings Chromium and fonts for Chinese', () => {
    expect(final).toMatch(/apt-get install .*\bchromium\b.*\bfonts-noto-cjk\b/);
    expect(final).toContain('PUPPETEER_EXECUTABLE_PATH=/usr/bin/chromium');
  });

  it('sets only variables the configuration knows, no secret among them, and is production unless told otherwise', () => {
    const set = [...(/^ENV (.+)$/m.exec(final)?.[1] ?? '').matchAll(/(\w+)=(\S+)/g)].map(([, name, value]) => ({ name, value }));
    expect(set).toContainEqual({ name: 'NODE_ENV', value: 'production' });
    for (const { name } of set) expect(configVariables.find((variable) => variable.name === name)).toMatchObject({ secret: false });
  });

  it('copies files that exist', () => {
    const sources = lines
      .filter((line) => line.startsWith('COPY ') && !line.includes('--from'))
      .flatMap((line) => line.split(/\s+/).slice(1, -1));
    expect(sources.filter((source) => !existsSync(join(projectRoot, source)))).toEqual([]);
    expect(sources).toContain('package-lock.json');
  });
});
