import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import { build } from 'vite';
import { pagesFolder } from './web/pages.ts';
import { ensureRareFonts } from './web/rare-fonts.ts';
import { projectRoot } from './stack/project-root.ts';

const compress = promisify(brotliCompress);

// Whoever asks, a test included: the stamp says what was built and not for whom, and `npm start` serves the same files.
process.env['NODE_ENV'] = 'production';
await ensureRareFonts();
await build({ configFile: join(projectRoot, 'web', 'vite.config.ts'), logLevel: 'warn' });
await compressAssets(join(pagesFolder, 'assets'));

/** Once here instead of in each answer. */
async function compressAssets(directory: string): Promise<void> {
  const names = (await readdir(directory)).filter((name) => /\.(js|css|svg)$/.test(name));
  await Promise.all(
    names.map(async (name) => {
      const bytes = await readFile(join(directory, name));
      await writeFile(
        join(directory, `${name}.br`),
        await compress(bytes, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }),
      );
    }),
  );
}
