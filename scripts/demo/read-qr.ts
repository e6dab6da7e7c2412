import { createCanvas } from '@napi-rs/canvas';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { readPicture } from '../offline/read-picture.ts';

/** The first page of a PDF as a scanner would see it: a PNG at so many dots per inch. */
export async function drawPage(pdf: Uint8Array, dotsPerInch: number): Promise<Buffer> {
  const document = await getDocument({ data: new Uint8Array(pdf), disableFontFace: true, verbosity: 0 }).promise;
  const page = await document.getPage(1);
  const viewport = page.getViewport({ scale: dotsPerInch / 72 });
  const canvas = createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height));
  // The canvas of the package is one to pdf.js in all but its type.
  await page.render({ canvas: canvas as never, viewport }).promise;
  await document.destroy();
  return canvas.toBuffer('image/png');
}

/** Reads the QR code from the first page of a PDF, as a scanner at 200 dpi would. */
export async function readQr(pdf: Uint8Array): Promise<string | undefined> {
  return readPicture(await drawPage(pdf, 200));
}
