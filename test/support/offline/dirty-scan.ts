import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import sharp from 'sharp';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import { randomFrom } from '../random.ts';

const wasm = readFileSync(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'));
prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(wasm).buffer } });

interface Point {
  readonly x: number;
  readonly y: number;
}

/** A code as ZXing finds it, a reader that shares nothing with jsQR: its text and its corners in pixels. */
export async function findCode(
  picture: Uint8Array,
): Promise<{ readonly text: string; readonly from: Point; readonly to: Point } | undefined> {
  const [found] = await readBarcodes(new Uint8Array(picture), { formats: ['QRCode'], tryHarder: true });
  return found && { text: found.text, from: found.position.topLeft, to: found.position.bottomRight };
}

/** The part of a scan that somebody holds before a camera: the code with its quiet zone. */
export async function cutOut(scan: Uint8Array): Promise<Buffer> {
  const code = await findCode(scan);
  if (!code) throw new Error('there is no code in the scan');
  const margin = Math.round((code.to.x - code.from.x) * 0.08);
  const [left, top] = [Math.round(code.from.x) - margin, Math.round(code.from.y) - margin];
  return sharp(scan)
    .extract({ left, top, width: Math.round(code.to.x) + margin - left, height: Math.round(code.to.y) + margin - top })
    .png()
    .toBuffer();
}

const stains = 3;

/**
 * The scan with 10 % of its code dirty: three opaque round stains, black or white, which do not overlap and spare the three
 * finder marks (a reader that does not find a code cannot correct it).
 */
export async function dirtied(scan: Uint8Array, seed: number): Promise<Buffer> {
  const code = await findCode(scan);
  if (!code) throw new Error('there is no code in the scan');
  const random = randomFrom(seed);
  const [width, height] = [code.to.x - code.from.x, code.to.y - code.from.y];
  const radius = Math.sqrt((width * height * 0.1) / stains / Math.PI);
  const finder = width * 0.11;
  const finders = [
    [0, 0],
    [width, 0],
    [0, height],
  ].map(([x = 0, y = 0]) => ({ x, y, radius: finder * Math.SQRT2 }));
  const placed: { x: number; y: number; radius: number }[] = [];
  while (placed.length < stains) {
    const stain = { x: radius + random() * (width - 2 * radius), y: radius + random() * (height - 2 * radius), radius };
    if ([...finders, ...placed].every((other) => Math.hypot(other.x - stain.x, other.y - stain.y) >= other.radius + radius))
      placed.push(stain);
  }
  const circles = placed.map(
    ({ x, y }) => `<circle cx="${code.from.x + x}" cy="${code.from.y + y}" r="${radius}" fill="${random() < 0.5 ? '#000' : '#fff'}"/>`,
  );
  const { width: pageWidth, height: pageHeight } = await sharp(scan).metadata();
  const overlay = Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${pageWidth}" height="${pageHeight}">${circles.join('')}</svg>`,
  );
  return sharp(scan)
    .composite([{ input: overlay }])
    .png()
    .toBuffer();
}
