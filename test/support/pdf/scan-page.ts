import { createCanvas } from '@napi-rs/canvas';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A page as a scanner sees it. */
export interface Scan {
  readonly pixels: Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
}

/** Draws the first page of a PDF at so many dots per inch, in RGBA. */
export async function scanPage(pdf: Uint8Array, dotsPerInch: number): Promise<Scan> {
  const task = getDocument({ data: new Uint8Array(pdf), disableFontFace: true, verbosity: 0 });
  const document = await task.promise;
  try {
    const page = await document.getPage(1);
    const viewport = page.getViewport({ scale: dotsPerInch / 72 });
    const canvas = createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height));
    // The canvas of the package is one to pdf.js in all but its type.
    await page.render({ canvas: canvas as never, viewport }).promise;
    const { data, width, height } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
    return { pixels: new Uint8ClampedArray(data), width, height };
  } finally {
    await task.destroy();
  }
}

/** How dark each square of so many pixels is on average, from 0 (white) to 1; two pictures are compared by it. */
export function darkness({ pixels, width, height }: Scan, square: number): number[][] {
  return Array.from({ length: Math.floor(height / square) }, (_, row) =>
    Array.from({ length: Math.floor(width / square) }, (__, column) => {
      let sum = 0;
      for (let y = row * square; y < (row + 1) * square; y += 1)
        for (let x = column * square; x < (column + 1) * square; x += 1) sum += 255 - (pixels[(y * width + x) * 4] ?? 255);
      return sum / (255 * square * square);
    }),
  );
}
