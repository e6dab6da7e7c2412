import type { Plugin, Rollup } from 'vite';

/**
 * The application's document once more for the graduate's addresses, `own.html`: it names the scripts and styles of their pages, so
 * that these are on their way before the application has begun and asks for them.
 */
export function ownDocument(): Plugin {
  return {
    name: 'own-document',
    enforce: 'post',
    generateBundle(_options, bundle) {
      const document = bundle['index.html'];
      const own = Object.values(bundle).find((file) => file.type === 'chunk' && file.name === 'own');
      if (document?.type !== 'asset' || own?.type !== 'chunk') throw new Error('there is no document, or no chunk of the graduate’s pages');
      const html = String(document.source);
      const chunks = [own, ...own.imports.map((name) => bundle[name])].filter(
        (file): file is Rollup.OutputChunk => file?.type === 'chunk' && !html.includes(file.fileName),
      );
      const styles = chunks
        .flatMap(({ viteMetadata }) => [...(viteMetadata?.importedCss ?? [])])
        .map((name) => `    <link rel="stylesheet" crossorigin href="/${name}">\n`);
      const scripts = chunks.map(({ fileName }) => `    <link rel="modulepreload" crossorigin href="/${fileName}">\n`);
      this.emitFile({
        type: 'asset',
        fileName: 'own.html',
        source: html.replace('  </head>', `${[...scripts, ...styles].join('')}  </head>`),
      });
    },
  };
}
