import sharp from 'sharp';
import { refuse, type EvidenceInspection, type EvidenceType } from './evidence-result.ts';

/** No photograph of a document needs more; a small file that unfolds into more is a bomb. */
export const IMAGE_LIMIT_SIDE_PIXELS = 10_000;
export const IMAGE_LIMIT_PIXELS = 50_000_000;

const keptSidePixels = 4_000;
const decodeTimeoutSeconds = 20;

type ImageType = Exclude<EvidenceType, 'application/pdf'>;

/**
 * Decodes an image and encodes it anew, upright, without metadata (place, device) and without anything hidden behind
 * the pixels; only the first frame of an animation is kept.
 */
export const inspectImage = async (bytes: Uint8Array, type: ImageType): Promise<EvidenceInspection> => {
  try {
    // The header is read without decoding a pixel, so the limits hold before memory is spent.
    const { width, height } = await sharp(bytes, { limitInputPixels: false }).metadata();
    if (Math.max(width, height) > IMAGE_LIMIT_SIDE_PIXELS || width * height > IMAGE_LIMIT_PIXELS) {
      return refuse('IMAGE_TOO_LARGE_DIMENSIONS', `${width} × ${height}`);
    }
    return { outcome: 'ACCEPTED', type, bytes: await encodeAnew(bytes, type) };
  } catch {
    // Messages of the decoder are about bytes of the upload: nothing for a log or an answer.
    return refuse('IMAGE_UNREADABLE', 'cannot be decoded');
  }
};

const encodeAnew = async (bytes: Uint8Array, type: ImageType): Promise<Uint8Array> => {
  const upright = sharp(bytes, { limitInputPixels: IMAGE_LIMIT_PIXELS, failOn: 'warning' })
    .timeout({ seconds: decodeTimeoutSeconds })
    .autoOrient()
    .resize({ width: keptSidePixels, height: keptSidePixels, fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb');
  switch (type) {
    case 'image/jpeg':
      return upright.jpeg({ quality: 85 }).toBuffer();
    case 'image/png':
      return upright.png().toBuffer();
    case 'image/webp':
      return upright.webp({ quality: 85 }).toBuffer();
  }
};
