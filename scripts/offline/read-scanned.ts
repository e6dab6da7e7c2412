import { readFile } from 'node:fs/promises';
import { readQr } from '../demo/read-qr.ts';
import { readPicture } from './read-picture.ts';

/** The code itself, or what the code in a picture (PNG, JPEG) or in a statement (PDF) says. Throws when a file holds none. */
export async function readScanned(argument: string): Promise<string> {
  const isPdf = /\.pdf$/i.test(argument);
  if (!isPdf && !/\.(png|jpe?g|webp|tiff?)$/i.test(argument)) return argument;
  const bytes = await readFile(argument);
  const code = await (isPdf ? readQr(bytes) : readPicture(bytes));
  if (code === undefined) throw new Error(`${argument}: no QR code was found`);
  return code;
}
