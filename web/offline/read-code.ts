import jsQR from 'jsqr';

interface Detector {
  detect(source: ImageBitmapSource): Promise<readonly { readonly rawValue: string }[]>;
}
declare const BarcodeDetector: { new (options: { formats: string[] }): Detector; getSupportedFormats(): Promise<string[]> } | undefined;

/** Our reader guesses how many modules a code has from their size in pixels, and guesses a large code wrong at some sizes. */
const scales = [1, 2, 1.5];

/** Pixels of the longer side that are looked at: enough for the largest code, quick enough for an old phone. */
const longestSide = 1600;

let detector: Promise<Detector | null> | undefined;

async function findDetector(): Promise<Detector | null> {
  if (typeof BarcodeDetector === 'undefined') return null;
  return (await BarcodeDetector.getSupportedFormats()).includes('qr_code') ? new BarcodeDetector({ formats: ['qr_code'] }) : null;
}

/** What the QR code in a picture says: by the browser's own reader where it has one, else by ours. */
export async function readCode(picture: ImageBitmap | HTMLVideoElement): Promise<string | undefined> {
  const own = await (detector ??= findDetector().catch(() => null));
  const [found] = own ? await own.detect(picture).catch(() => []) : [];
  if (found) return found.rawValue;
  // The camera moves, a photo does not.
  for (const scale of picture instanceof HTMLVideoElement ? [1] : scales) {
    const text = readByPixels(picture, scale);
    if (text !== undefined) return text;
  }
  return undefined;
}

function readByPixels(picture: ImageBitmap | HTMLVideoElement, times: number): string | undefined {
  const [width, height] = picture instanceof HTMLVideoElement ? [picture.videoWidth, picture.videoHeight] : [picture.width, picture.height];
  const scale = Math.min(1, longestSide / Math.max(width, height)) * times;
  const canvas = Object.assign(document.createElement('canvas'), { width: Math.round(width * scale), height: Math.round(height * scale) });
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context || canvas.width === 0) return undefined;
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return jsQR(context.getImageData(0, 0, canvas.width, canvas.height).data, canvas.width, canvas.height)?.data;
}

/** Looks through the camera until it sees a code, or until `signal` says stop. Rejects when there is no camera or no permission. */
export async function scan(view: HTMLVideoElement, signal: AbortSignal): Promise<string | undefined> {
  const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment', width: { ideal: 1920 } } });
  view.srcObject = stream;
  view.hidden = false;
  try {
    await view.play();
    while (!signal.aborted) {
      const code = await readCode(view);
      if (code !== undefined) return code;
      await new Promise((resolve) => {
        setTimeout(resolve, 100);
      });
    }
    return undefined;
  } finally {
    for (const track of stream.getTracks()) track.stop();
    view.srcObject = null;
    view.hidden = true;
  }
}
