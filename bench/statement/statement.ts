import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPdfBrowser } from '../../infra/pdf/browser.ts';
import { createStatementRenderer } from '../../infra/pdf/render-statement.ts';
import { createStatementPress } from '../../infra/pdf/statement-press.ts';
import { createStatementSigner } from '../../infra/signing/statement-signer.ts';
import { readSigningIdentity } from '../../infra/signing/signing-identity.ts';
import { ensureSigningCertificate } from '../../scripts/stack/signing-certificate.ts';
import { renderTable } from '../../scripts/text-table.ts';
import { readProcessorTime } from '../report/processor-time.ts';
import { statementOf } from './many-statements.ts';
import { fontKindsOf } from './font-kinds.ts';
import { openReusedPage, printWithOwnBrowser } from './rivals.ts';

type Print = (seed: number) => Promise<Uint8Array>;
interface Way {
  readonly name: string;
  readonly each: number;
  readonly print: (seeds: readonly number[]) => AsyncIterable<Uint8Array> | Iterable<Uint8Array> | Promise<readonly Uint8Array[]>;
}
interface Round {
  readonly perSecond: number;
  readonly cpuMs: number;
}

interface Measured {
  readonly way: Way;
  readonly rounds: Round[];
  pdf: Uint8Array;
  bytes: number;
}

async function oneByOne(seeds: readonly number[], print: Print): Promise<readonly Uint8Array[]> {
  const pdfs: Uint8Array[] = [];
  for (const seed of seeds) pdfs.push(await print(seed));
  return pdfs;
}

/** `statement [rounds] [size]`. PDFs per second, interleaved: a browser each, a page with the whole font, ours single, ours pooled, ours in batch. Ours are signed. */
export async function run(args: readonly string[]): Promise<void> {
  const [rounds = 5, size = 60] = args.map(Number);
  const threads = availableParallelism();
  const folder = await mkdtemp(join(tmpdir(), 'quxiang-bench-'));
  const identity = readSigningIdentity(await ensureSigningCertificate(folder));
  const browser = createPdfBrowser({ executablePath: process.env['PUPPETEER_EXECUTABLE_PATH'], pages: threads });
  const render = createStatementRenderer(browser, createStatementSigner(identity));
  const [press, reused] = [await createStatementPress({ threads, signing: identity }), await openReusedPage()];
  const ours: Print = (seed) => render(statementOf(seed), Date.now());
  const ways: readonly Way[] = [
    {
      name: '(a) a browser for each',
      each: Math.ceil(size / 20),
      print: (seeds) => oneByOne(seeds, (seed) => printWithOwnBrowser(statementOf(seed))),
    },
    {
      name: '(b) one page, whole web font',
      each: Math.ceil(size / 6),
      print: (seeds) => oneByOne(seeds, (seed) => reused.print(statementOf(seed))),
    },
    { name: 'single, one at a time', each: size, print: (seeds) => oneByOne(seeds, ours) },
    { name: `single, ${threads} pages at once`, each: size, print: (seeds) => Promise.all(seeds.map(ours)) },
    { name: 'typeset, one at a time', each: size, print: (seeds) => oneByOne(seeds, (seed) => press.print(statementOf(seed), Date.now())) },
    { name: `batch, ${threads} threads`, each: size * 4, print: (seeds) => onPress(press, seeds) },
  ];
  try {
    const measured = ways.map((way): Measured => ({ way, rounds: [], pdf: new Uint8Array(), bytes: 0 }));
    let seed = 0;
    // The first round warms up compilers and caches and does not count.
    for (let round = 0; round <= rounds; round += 1) {
      for (const one of measured) {
        const seeds = Array.from({ length: one.way.each }, () => seed++);
        const [began, before] = [performance.now(), processorSeconds()];
        const pdfs: Uint8Array[] = [];
        for await (const pdf of await one.way.print(seeds)) pdfs.push(pdf);
        const seconds = (performance.now() - began) / 1000;
        if (pdfs.length !== seeds.length) throw new Error(`${one.way.name}: ${pdfs.length} of ${seeds.length}`);
        one.pdf = pdfs[0] ?? one.pdf;
        one.bytes = Math.round(pdfs.reduce((sum, { length }) => sum + length, 0) / pdfs.length);
        if (round > 0) one.rounds.push({ perSecond: pdfs.length / seconds, cpuMs: ((processorSeconds() - before) / pdfs.length) * 1000 });
      }
    }
    await report(measured, threads, rounds);
  } finally {
    await Promise.all([browser.close(), press.close(), reused.close(), rm(folder, { recursive: true, force: true })]);
  }
}

async function* onPress(press: Awaited<ReturnType<typeof createStatementPress>>, seeds: readonly number[]): AsyncGenerator<Uint8Array> {
  for await (const pdf of press.printStatements(seeds.map(statementOf), Date.now())) {
    if (pdf instanceof Error) throw pdf;
    yield pdf;
  }
}

const processorSeconds = (): number => Object.values(readProcessorTime()).reduce((sum, seconds) => sum + seconds, 0);
const round = (value: number): number => Math.round(value * 10) / 10;

async function report(measured: readonly Measured[], threads: number, rounds: number): Promise<void> {
  const rows = await Promise.all(
    measured.map(async ({ way, rounds: all, pdf, bytes }) => {
      const sorted = all.map(({ perSecond }) => perSecond).sort((a, b) => a - b);
      const cpu = all.map(({ cpuMs }) => cpuMs).sort((a, b) => a - b);
      const [median, medianCpu] = [sorted, cpu].map((values) => round(values[values.length >> 1] ?? 0)) as [number, number];
      // What browsers have spent that are gone is gone with them.
      const cpuMs = way === measured[0]?.way ? null : medianCpu;
      return {
        what: way.name,
        min: round(sorted[0] ?? 0),
        median,
        max: round(sorted.at(-1) ?? 0),
        cpuMs,
        bytes,
        fonts: await fontKindsOf(pdf),
      };
    }),
  );
  const [first] = rows;
  process.stdout.write(
    `${renderTable(
      ['PDFs per second', 'min', 'median', 'max', 'times (a)', 'processor ms each', 'bytes', 'fonts'],
      rows.map(({ what, min, median, max, cpuMs, bytes, fonts }) =>
        [what, min, median, max, round(median / (first?.median || 1)), cpuMs ?? '—', bytes, fonts].map(String),
      ),
    )}\n`,
  );
  process.stdout.write(`${JSON.stringify({ bench: 'statement', cores: threads, rounds, rows })}\n`);
}
