import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';

/** A module of a plain page with what it imports, in one file; bundled at first use, some 100 ms. What it loads later by address stays apart. */
export function bundledScript(source: `web/${string}`): () => string {
  let bundle: string | undefined;
  return () => {
    bundle ??= buildSync({
      entryPoints: [fileURLToPath(new URL(`../../${source}`, import.meta.url))],
      bundle: true,
      minify: true,
      write: false,
      format: 'esm',
      target: 'es2022',
      external: ['/verification/*'],
      charset: 'utf8',
      legalComments: 'none',
      logLevel: 'silent',
    }).outputFiles[0]?.text;
    if (bundle === undefined) throw new Error(`${source} is empty`);
    return bundle;
  };
}
