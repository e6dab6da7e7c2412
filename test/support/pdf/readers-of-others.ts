import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

const has = (program: string, ...args: string[]): boolean => spawnSync(program, args).error === undefined;
const tools = {
  java: has('java', '-version') && has('mvn', '-v'),
  pdftotext: has('pdftotext', '-v'),
  pdfsig: has('pdfsig', '-v'),
  openssl: has('openssl', 'version'),
};

/** A test for a machine that has the tool: elsewhere it is reported as skipped and not as passed. */
export const where = (tool: keyof typeof tools) => (tools[tool] ? it : it.skip);

/** veraPDF from Maven Central, once per version, in the user's cache. */
function veraPdf(): string {
  const cache = join(homedir(), '.cache', 'quxiang', 'verapdf', '1.28.2');
  if (existsSync(join(cache, 'lib'))) return join(cache, 'lib', '*');
  mkdirSync(cache, { recursive: true });
  const coordinates = ['org.verapdf.apps', 'greenfield-apps', '1.28.2'];
  const [group, artifact, version] = coordinates;
  writeFileSync(
    join(cache, 'pom.xml'),
    `<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion><groupId>quxiang</groupId><artifactId>verapdf</artifactId><version>1</version>
<dependencies><dependency><groupId>${group}</groupId><artifactId>${artifact}</artifactId><version>${version}</version></dependency></dependencies></project>`,
  );
  execFileSync('mvn', ['-q', '-B', 'dependency:copy-dependencies', '-DoutputDirectory=lib'], { cwd: cache });
  return join(cache, 'lib', '*');
}

/** What veraPDF says of each file: `PASS <file> ua1` where it finds nothing against PDF/UA-1. */
export function judgeAccessibility(files: readonly string[]): string[] {
  const { stdout } = spawnSync(
    'java',
    ['-cp', veraPdf(), 'org.verapdf.apps.GreenfieldCliWrapper', '-f', 'ua1', '--format', 'text', '-v', ...files],
    { encoding: 'utf8', maxBuffer: 10_000_000 },
  );
  return stdout.trim().split('\n');
}
