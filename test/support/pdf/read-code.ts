import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import type { Scan } from './scan-page.ts';

// The package would fetch its program from the network.
const program = readFileSync(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'));
prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(program).buffer } });

/** What the QR code in a scan says, read by ZXing; undefined when there is none or it cannot be read. */
export async function readCode({ pixels, width, height }: Scan): Promise<string | undefined> {
  // It asks for the picture of a canvas, of which it looks at these three.
  const [code] = await readBarcodes({ data: pixels, width, height }, { formats: ['QRCode'], tryHarder: true });
  return code?.text;
}
