import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPdfBrowser } from '../../infra/pdf/browser.ts';
import { drawPage } from '../../scripts/demo/read-qr.ts';
import { readPicture } from '../../scripts/offline/read-picture.ts';
import { cutOut, dirtied, findCode } from '../../test/support/offline/dirty-scan.ts';
import { printStatement } from '../../test/support/offline/printed-statement.ts';

export interface ScanRow {
  readonly code: string;
  readonly characters: number;
  readonly reader: string;
  readonly clean: boolean;
  readonly dirty: number;
  readonly scans: number;
}

const scans = 20;

/** A real statement, drawn at 150 dpi, read clean and with 10 % of its code dirty by every reader that is there. */
export async function readScans(): Promise<ScanRow[]> {
  const folder = await mkdtemp(join(tmpdir(), 'quxiang-qr-'));
  const browser = createPdfBrowser();
  const zbar = async (picture: Uint8Array) => {
    await writeFile(join(folder, 'scan.png'), picture);
    return spawnSync('zbarimg', ['-q', '--raw', join(folder, 'scan.png')], { encoding: 'utf8' }).stdout.trim();
  };
  const readers: Record<string, (picture: Uint8Array) => Promise<string | undefined>> = {
    jsQR: readPicture,
    ZXing: async (picture) => (await findCode(picture))?.text,
  };
  if (spawnSync('zbarimg', ['--version'], { stdio: 'ignore' }).error === undefined) readers.zbar = zbar;
  const rows: ScanRow[] = [];
  try {
    for (const size of ['ordinary', 'long'] as const) {
      const { pdf, code } = await printStatement(browser, size);
      const cut = await cutOut(await drawPage(pdf, 150));
      const stained = await Promise.all(Array.from({ length: scans }, (_, seed) => dirtied(cut, seed + 1)));
      for (const [reader, read] of Object.entries(readers)) {
        let dirty = 0;
        for (const picture of stained) if ((await read(picture)) === code) dirty += 1;
        rows.push({ code: size, characters: code.length, reader, clean: (await read(cut)) === code, dirty, scans });
      }
    }
  } finally {
    await browser.close();
    await rm(folder, { recursive: true, force: true });
  }
  return rows;
}
