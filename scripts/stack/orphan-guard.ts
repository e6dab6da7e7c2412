import { spawn } from 'node:child_process';

// Waits for the end of its input. The word "done" means the process ended in the ordinary way;
// end of file without it means our own process is gone (SIGKILL included), so the child must go too.
const watch = `
read -r word
[ "$word" = done ] && exit 0
kill -s "$2" "$1"
for second in 1 2 3 4 5 6 7 8 9 10; do kill -0 "$1" 2>/dev/null || exit 0; sleep 1; done
kill -KILL "$1"`;

/** Makes a process end when this one ends in any way. Returns the function that lifts the guard. */
export function guardAgainstOrphan(pid: number, signal: NodeJS.Signals): () => void {
  if (process.platform === 'win32') return () => undefined;
  const guard = spawn('sh', ['-c', watch, 'sh', String(pid), signal.slice('SIG'.length)], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  guard.on('error', () => undefined);
  guard.stdin.on('error', () => undefined);
  guard.unref();
  const input = guard.stdin as typeof guard.stdin & { unref?: () => void };
  input.unref?.();
  return () => void guard.stdin.end('done\n');
}
