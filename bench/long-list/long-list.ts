import type { Page } from 'playwright-core';
import { createFieldCipher } from '../../infra/crypto/field-cipher.ts';
import { readKeyring } from '../../infra/crypto/keyring.ts';
import { newId } from '../../infra/crypto/secure-random.ts';
import { createPool } from '../../infra/database/pool.ts';
import { beginSession } from '../../infra/identity/sessions.ts';
import { ensurePages } from '../../scripts/web/pages.ts';
import { renderTable } from '../../scripts/text-table.ts';
import { launchBrowser, openTab } from '../../test/support/browser/browser.ts';
import { createSchool } from '../../test/support/record/graduates.ts';
import { insertRegisteredGraduates } from '../transfer-numbers/registered-graduates.ts';
import { startVerifyStack, type VerifyStack } from '../verify/verify-stack.ts';

/** What the browser notes while it moves through the list. */
interface Scroll {
  readonly frames: readonly number[];
  readonly longTasks: readonly number[];
  readonly mostRows: number;
}

/** Moves through the whole list, so many pixels a frame; text, since nothing here knows a document. */
const scroll = (pixels: number): string => `(async () => {
  const box = document.querySelector('.list-box'), frames = [], longTasks = [];
  const watch = new PerformanceObserver((list) => { for (const { duration } of list.getEntries()) longTasks.push(duration); });
  watch.observe({ type: 'longtask' });
  const frame = () => new Promise(requestAnimationFrame);
  let mostRows = 0, before = await frame();
  for (const end = () => box.scrollHeight - box.clientHeight; ${pixels > 0 ? 'box.scrollTop < end() - 1' : 'box.scrollTop > 0'};) {
    box.scrollTop += ${pixels};
    const now = await frame();
    frames.push(now - before);
    before = now;
    mostRows = Math.max(mostRows, box.querySelectorAll('tr').length);
  }
  watch.disconnect();
  return { frames, longTasks, mostRows };
})()`;

/** `long-list [rows]`: the list of graduates of one school, paged in by scrolling to its end, then scrolled through in both directions. */
export async function run(args: readonly string[]): Promise<void> {
  const [count = 10_000] = args.map(Number);
  await ensurePages((message) => process.stderr.write(`${message}\n`));
  const stack = await startVerifyStack();
  const browser = await launchBrowser();
  try {
    const { url } = await stack.startServer('api/server.ts');
    const { page } = await openTab(browser, url, 'desktop', await reviewerOf(stack, count));
    await page.goto('/desk/graduates');
    await page.locator('.list-box').waitFor();
    const seconds = await loadAll(page, count);
    await page.evaluate(`document.querySelector('.list-box').scrollTop = 0`);
    const measured = {
      'down, 300 pixels a frame': await page.evaluate<Scroll>(scroll(300)),
      'up, two screens a frame': await page.evaluate<Scroll>(scroll(-1_100)),
    };
    process.stdout.write(`${count} rows came in ${seconds.toFixed(1)} s\n`);
    const rows = Object.entries(measured).map(([way, { frames, longTasks, mostRows }]) => [
      way,
      frames.length,
      ...[0.5, 0.99, 1].map((share) => quantile(frames, share)),
      longTasks.length,
      Math.max(0, ...longTasks),
      mostRows,
    ]);
    process.stdout.write(
      `${renderTable(
        ['scrolled', 'frames', 'frame ms: median', '99th', 'longest', 'tasks above 50 ms', 'longest ms', 'rows drawn at most'],
        rows.map((row) => row.map(String)),
      )}\n`,
    );
    process.stdout.write(`${JSON.stringify({ bench: 'long-list', count, seconds, rows })}\n`);
  } finally {
    await browser.close();
    await stack.lifetime.end();
  }
}

/** A school with so many graduates; the cookie of its reviewer. */
async function reviewerOf({ databaseUrl, adminUrl, keysFile }: VerifyStack, count: number): Promise<string> {
  const [pool, admin] = [createPool(databaseUrl, 1), createPool(adminUrl, 1)];
  const {
    schoolId,
    staff: { schoolReviewer },
  } = await createSchool(pool);
  await insertRegisteredGraduates(admin, createFieldCipher(readKeyring(keysFile).field), schoolId, 2027, count);
  await pool.query(`INSERT INTO "staff_role" ("id", "accountId", "role", "schoolId") VALUES ($1, $2, 'SCHOOL_REVIEWER', $3)`, [
    newId(),
    schoolReviewer,
    schoolId,
  ]);
  const cookie = `quxiang=${await beginSession(pool, schoolReviewer)}`;
  await Promise.all([pool.end(), admin.end()]);
  return cookie;
}

/** Scrolls to the end until there is no more; seconds. */
async function loadAll(page: Page, count: number): Promise<number> {
  const from = performance.now();
  const all = page.getByText(`共 ${count} 行`);
  while (!(await all.isVisible()))
    await page.evaluate(
      `new Promise((done) => { const box = document.querySelector('.list-box'); box.scrollTop = box.scrollHeight; requestAnimationFrame(done); })`,
    );
  return (performance.now() - from) / 1_000;
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
}
