import { spawnSync } from 'node:child_process';
import { composePath } from './compose-file.ts';

const version = spawnSync('docker', ['compose', 'version', '--short'], { encoding: 'utf8' });
const present = version.status === 0 && /^v?\d+\./.test(version.stdout.trim());

// The command line is not everywhere; where it is, its word counts. It needs no engine for this.
(present ? describe : describe.skip)('docker compose config', () => {
  it('accepts docker-compose.yml without a warning', () => {
    const { status, stderr, stdout } = spawnSync('docker', ['compose', '--file', composePath, 'config', '--quiet'], { encoding: 'utf8' });
    expect({ status, stderr, stdout }).toEqual({ status: 0, stderr: '', stdout: '' });
  });
});
