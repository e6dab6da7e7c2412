import jsqr from 'jsqr';
import sharp from 'sharp';

/** The reader guesses how many modules a code has from their size in pixels, and guesses a large code wrong at some sizes. */
const scales = [1, 2, 1.5];

/** What the QR code of a picture says; undefined when none is found. */
export async function readPicture(picture: Uint8Array): Promise<string | undefined> {
  const { width } = await sharp(picture).metadata();
  for (const scale of scales) {
    const { data, info } = await sharp(picture)
      .flatten({ background: '#fff' })
      .resize(Math.round(width * scale))
      .toColourspace('srgb')
      .ensureAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    const found = jsqr.default(new Uint8ClampedArray(data), info.width, info.height);
    if (found) return found.data;
  }
  return undefined;
}
