import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { groupOf } from './chunks.ts';
import { ownDocument } from './own-document.ts';
import { rareCharacters } from './rare-characters.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: here('.'),
  publicDir: false,
  plugins: [ownDocument(), rareCharacters(here('../generated/fonts'))],
  build: {
    outDir: here('../generated/web'),
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 1_500,
    rolldownOptions: {
      // Named in the style sheet by their final addresses.
      external: /^\/assets\/rare-/,
      // Libraries mark files for servers that render; here nothing is rendered on a server.
      onLog: (level, log, report) => {
        if (log.code !== 'MODULE_LEVEL_DIRECTIVE') report(level, log);
      },
      output: {
        codeSplitting: {
          groups: [
            // A group brings what its modules import, so the innermost comes first.
            { name: 'base', tags: ['$initial'], priority: 2 },
            { ...groupOf('shared'), priority: 1 },
            groupOf('own'),
          ],
        },
      },
    },
  },
});
