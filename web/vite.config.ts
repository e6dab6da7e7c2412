import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: here('.'),
  publicDir: false,
  // Replaced in each answer: styles made at run time need it, scripts come from our own address only.
  html: { cspNonce: '__CSP_NONCE__' },
  build: {
    outDir: here('../generated/web'),
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 1_500,
    rolldownOptions: {
      // Libraries mark files for servers that render; here nothing is rendered on a server.
      onLog: (level, log, report) => { if (log.code !== 'MODULE_LEVEL_DIRECTIVE') report(level, log); },
    },
  },
});
