import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

/**
 * Puts the fonts of rare characters (`generated/fonts`, from scripts/web/rare-fonts.ts) beside the other assets and names them in the
 * application's style sheet; the pages without a framework take the same rules from `rare-characters.css`.
 */
export function rareCharacters(folder: string): Plugin {
  const faces = () => readFileSync(join(folder, 'faces.css'), 'utf8');
  return {
    name: 'rare-characters',
    enforce: 'pre',
    transform: { filter: { id: /[\\/]app[\\/]theme\.css$/ }, handler: (styles) => faces() + styles },
    generateBundle() {
      for (const name of readdirSync(folder).filter((file) => file.endsWith('.woff2')))
        this.emitFile({ type: 'asset', fileName: `assets/${name}`, source: readFileSync(join(folder, name)) });
      this.emitFile({ type: 'asset', fileName: 'rare-characters.css', source: faces() });
    },
  };
}
