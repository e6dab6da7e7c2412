import { readFile } from 'node:fs/promises';
import jsqr from 'jsqr';
import sharp from 'sharp';
import { readQr } from '../demo/read-qr.ts';

/** What the QR code of a picture says; undefined when none is found. */
export async function readPicture(picture: Uint8Array): Promise<string | undefined> {
  const { data, info } = await sharp(picture).flatten({ background: '#fff' }).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return jsqr.default(new Uint8ClampedArray(data), info.width, info.height)?.data;
}

/** The code itself, or what the code in a picture (PNG, JPEG) or in a statement (PDF) says. Throws when a file holds none. */
export async function readScanned(argument: string): Promise<string> {
  const isPdf = /\.pdf$/i.test(argument);
  if (!isPdf && !/\.(png|jpe?g|webp|tiff?)$/i.test(argument)) return argument;
  const bytes = await readFile(argument);
  const code = await (isPdf ? readQr(bytes) : readPicture(bytes));
  if (code === undefined) throw new Error(`${argument}: no QR code was found`);
  return code;
}
