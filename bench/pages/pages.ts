import { ensurePages } from '../../scripts/web/pages.ts';
import { renderTable } from '../../scripts/text-table.ts';
import { launchBrowser } from '../../test/support/browser/browser.ts';
import { startVerifyStack } from '../verify/verify-stack.ts';
import { loadPage, slowPhone, type Load } from './load-page.ts';
import { signedInGraduate } from './signed-in-graduate.ts';

/** Asked of the graduate's first page: compressed JavaScript in bytes, largest paint in milliseconds. */
const target = { scriptBytes: 200 * 1024, largestPaintMs: 2_000 };

/** `pages [rounds]`: what the first pages weigh and when their largest part is painted, each load with empty caches on a phone of a quarter of this processor at 1.6 Mbit/s. */
export async function run(args: readonly string[]): Promise<void> {
  const [rounds = 5] = args.map(Number);
  await ensurePages((message) => process.stderr.write(`${message}\n`));
  const stack = await startVerifyStack();
  const browser = await launchBrowser();
  try {
    const { url } = await stack.startServer('api/server.ts');
    const { cookie, graduateId } = await signedInGraduate(stack);
    const pages = {
      'entry page': '/',
      'graduate: hub': `/me/${graduateId}`,
      'graduate: confirmation': `/me/${graduateId}/confirmation`,
      'graduate: grants': `/me/${graduateId}/grants`,
      'graduate: destination form': `/me/${graduateId}/destination`,
    };
    const rows = [];
    for (const [page, path] of Object.entries(pages)) {
      // The first load of the server's own caches does not count.
      await loadPage(browser, url, path, cookie);
      const loads: Load[] = [];
      for (let round = 0; round < rounds; round += 1) loads.push(await loadPage(browser, url, path, cookie));
      const [minMs, medianMs, maxMs] = spread(loads.map(({ largestPaintMs }) => largestPaintMs));
      rows.push({
        page,
        scripts: loads[0]?.scripts ?? 0,
        scriptBytes: Math.max(...loads.map(({ scriptBytes }) => scriptBytes)),
        allBytes: Math.max(...loads.map(({ allBytes }) => allBytes)),
        minMs,
        medianMs,
        maxMs,
      });
    }
    process.stdout.write(
      `${renderTable(
        ['page', 'scripts', 'script kB', 'all kB', 'largest paint ms: min', 'median', 'max'],
        rows.map(({ page, scripts, scriptBytes, allBytes, minMs, medianMs, maxMs }) =>
          [page, scripts, kilobytes(scriptBytes), kilobytes(allBytes), minMs, medianMs, maxMs].map(String),
        ),
      )}\n`,
    );
    process.stdout.write(`${JSON.stringify({ bench: 'pages', rounds, slowPhone, target, rows })}\n`);
  } finally {
    await browser.close();
    await stack.lifetime.end();
  }
}

const kilobytes = (bytes: number): number => Math.round(bytes / 102.4) / 10;

/** Minimum, median and maximum. */
function spread(values: readonly number[]): readonly [number, number, number] {
  const sorted = values.map(Math.round).sort((a, b) => a - b);
  return [sorted[0] ?? 0, sorted[Math.floor(sorted.length / 2)] ?? 0, sorted.at(-1) ?? 0];
}
