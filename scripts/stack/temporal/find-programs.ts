import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { buildServer, findGo } from './build-server.ts';
import { findCli } from './command-line-tool.ts';
import { downloadCli } from './download-cli.ts';
import { noTemporalServer } from './no-server.ts';
import { cliVersion, isAtLeast, serverVersion, temporalCache } from './versions.ts';

/** Programs that make up a Temporal server with its pages. */
export type TemporalPrograms =
  { kind: 'cli'; temporal: string; version: string } | { kind: 'binaries'; server: string; sql: string; ui: string };

export interface FindOptions {
  /** Tests need a server that skips time; `npm start` makes do with an older command line tool. */
  requireTimeSkipping: boolean;
  /** Told what takes long. */
  progress: (message: string) => void;
}

/** Finds, downloads or builds a Temporal server. Throws a `StackError` that names every way. */
export async function findTemporalPrograms({ requireTimeSkipping, progress }: FindOptions): Promise<TemporalPrograms> {
  const onPath = await findCli('temporal');
  if (onPath && isAtLeast(onPath.version, cliVersion)) return { kind: 'cli', ...onPath };
  const cached = await findCli(join(temporalCache, 'cli', cliVersion, 'temporal'));
  if (cached) return { kind: 'cli', ...cached };
  const built = builtPrograms();
  if (await allExist(built)) return { kind: 'binaries', ...built };
  if (onPath && !requireTimeSkipping) {
    progress(`Using temporal ${onPath.version} from the PATH; it cannot move the development clock (that needs ${cliVersion}).`);
    return { kind: 'cli', ...onPath };
  }
  const reasons: string[] = [];
  try {
    return { kind: 'cli', ...(await downloadCli(join(temporalCache, 'cli', cliVersion), progress)) };
  } catch (error) {
    reasons.push(`download: ${reasonOf(error)}`);
  }
  const go = await findGo();
  if (go) {
    try {
      await buildServer(go, join(temporalCache, serverVersion), progress);
      return { kind: 'binaries', ...built };
    } catch (error) {
      reasons.push(`build with Go: ${reasonOf(error)}`);
    }
  } else {
    reasons.push('build with Go: no Go 1.21 or newer on the PATH');
  }
  throw noTemporalServer(reasons);
}

function builtPrograms(): { server: string; sql: string; ui: string } {
  const program = (folder: string, name: string): string => join(temporalCache, serverVersion, folder, 'bin', name);
  return { server: program('server', 'server'), sql: program('sql', 'sql'), ui: program('ui', 'server') };
}

async function allExist(programs: Record<string, string>): Promise<boolean> {
  const found = await Promise.all(
    Object.values(programs).map((path) =>
      access(path).then(
        () => true,
        () => false,
      ),
    ),
  );
  return found.every(Boolean);
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
