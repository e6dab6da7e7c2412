import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import type { SchemaEngine } from '@prisma/schema-engine-wasm/schema_engine_bg';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { MigrationAdapter } from './migration-adapter.ts';

// TypeScript knows WebAssembly only together with the browser's other types.
interface WebAssemblyApi {
  instantiate(code: Uint8Array, imports: object): Promise<{ instance: { exports: Record<string, unknown> } }>;
}

type Bindings = typeof import('@prisma/schema-engine-wasm/schema_engine_bg');

const bindingsModule = '@prisma/schema-engine-wasm/schema_engine_bg';
let loaded: Promise<Bindings> | undefined;
let panic = '';

/** Nothing in the database is managed by others. */
export const noFilters = { externalTables: [], externalEnums: [] };

/** Runs work on Prisma's schema engine (WebAssembly: the native one would have to be downloaded), connected to a database. */
export async function withSchemaEngine<T>(
  url: string,
  datamodels: readonly { path: string; content: string }[],
  work: (engine: SchemaEngine) => Promise<T>,
): Promise<T> {
  loaded ??= load();
  const { SchemaEngine } = await loaded;
  const adapter = new MigrationAdapter(url);
  try {
    const engine = await SchemaEngine.new(
      { datamodels: datamodels.map(({ path, content }): [string, string] => [path, content]) },
      () => undefined,
      bindMigrationAwareSqlAdapterFactory(adapter),
    );
    return await work(engine);
  } catch (error) {
    throw new Error(explain(adapter.failure ?? error), { cause: error });
  } finally {
    await adapter.close();
  }
}

async function load(): Promise<Bindings> {
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: { set_message: (message: string) => void (panic = message) } });
  const bindings = (await import(bindingsModule)) as Bindings;
  const file = fileURLToPath(new URL('./schema_engine_bg.wasm', import.meta.resolve(bindingsModule)));
  const { WebAssembly } = globalThis as unknown as { WebAssembly: WebAssemblyApi };
  const { instance } = await WebAssembly.instantiate(await readFile(file), { './schema_engine_bg.js': withIdleTimers(bindings) });
  bindings.__wbg_set_wasm(instance.exports);
  (instance.exports['__wbindgen_start'] as () => void)();
  return bindings;
}

// The engine leaves a timer of ten seconds behind for each lock it takes; a process that is done need not wait for it.
function withIdleTimers(bindings: Bindings): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(bindings).map(([name, value]: [string, unknown]) => {
      if (!name.startsWith('__wbg_setTimeout_')) return [name, value];
      const setTimer = value as (...args: unknown[]) => NodeJS.Timeout;
      return [name, (...args: unknown[]) => setTimer(...args).unref()];
    }),
  );
}

function explain(error: unknown): string {
  if (panic !== '') return `The schema engine failed: ${panic}`;
  return error instanceof Error ? error.message : String(error);
}
