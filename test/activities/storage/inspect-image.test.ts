import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { IMAGE_LIMIT_BYTES, inspectEvidence } from '../../../infra/storage/evidence-inspection.ts';

const photograph = (width = 60, height = 40) => sharp({ create: { width, height, channels: 3, background: '#a03020' } });
const jpeg = (): Promise<Buffer> => photograph().jpeg().toBuffer();

const accepted = async (bytes: Uint8Array, type: string): Promise<Buffer> => {
  const result = await inspectEvidence(bytes, type);
  if (result.outcome === 'REFUSED') throw new Error(`refused: ${result.code} ${result.detail}`);
  return Buffer.from(result.bytes);
};

/** A PNG that says it is so many pixels large and holds next to nothing. */
const pngBomb = (side: number): Buffer => {
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const frame = Buffer.alloc(8);
    frame.writeUInt32BE(data.length, 0);
    frame.writeUInt32BE(crc32(body), 4);
    return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(1_000_000))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
};

describe('R17 images as evidence', () => {
  it.each([
    ['image/jpeg', () => jpeg()],
    ['image/png', () => photograph().png().toBuffer()],
    ['image/webp', () => photograph().webp().toBuffer()],
  ] as const)('R17 takes %s and encodes it anew', async (type, make) => {
    const kept = await accepted(await make(), type);
    expect(await sharp(kept).metadata()).toMatchObject({ format: type.slice(6), width: 60, height: 40 });
  });

  it('R17 takes place, device and colour profile out, and turns the picture upright', async () => {
    const exif = { IFD0: { Make: 'SecretPhone', Orientation: '6' }, IFD3: { GPSLatitude: '36/1 4/1 0/1', GPSLatitudeRef: 'N' } };
    const upload = await photograph(60, 40).withExif(exif).withMetadata({ orientation: 6, exif }).jpeg().toBuffer();
    expect(upload.includes('SecretPhone')).toBe(true);
    const kept = await accepted(upload, 'image/jpeg');
    const metadata = await sharp(kept).metadata();
    expect(metadata).toMatchObject({ width: 40, height: 60 });
    expect([metadata.exif, metadata.iptc, metadata.xmp, metadata.icc, metadata.orientation]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    expect(kept.includes('SecretPhone')).toBe(false);
  });

  it('R17 loses whatever hides behind the picture (a polyglot)', async () => {
    const kept = await accepted(Buffer.concat([await jpeg(), Buffer.from('PK\x03\x04<script>alert(1)</script>')]), 'image/jpeg');
    expect(kept.includes('<script>')).toBe(false);
    expect(kept.includes('PK\x03\x04')).toBe(false);
  });

  it('R17 makes very large photographs smaller', async () => {
    const kept = await accepted(await photograph(6_000, 3_000).jpeg().toBuffer(), 'image/jpeg');
    expect(await sharp(kept).metadata()).toMatchObject({ width: 4_000, height: 2_000 });
  });

  it.each([
    ['a PNG called JPEG', () => photograph().png().toBuffer(), 'image/jpeg', 'FILE_TYPE_MISMATCH'],
    ['HTML called PNG', async () => Buffer.from('<!doctype html><script>1</script>'), 'image/png', 'FILE_TYPE_MISMATCH'],
    ['nothing', async () => Buffer.alloc(0), 'image/png', 'FILE_TYPE_MISMATCH'],
    [
      'SVG, which can hold scripts',
      async () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
      'image/svg+xml',
      'FILE_TYPE_MISMATCH',
    ],
    ['a GIF', () => photograph().gif().toBuffer(), 'image/gif', 'FILE_TYPE_MISMATCH'],
    ['a JPEG that was cut', async () => (await photograph(600, 400).jpeg().toBuffer()).subarray(0, 900), 'image/jpeg', 'IMAGE_UNREADABLE'],
    [
      'a JPEG header and rubbish',
      async () => Buffer.concat([(await jpeg()).subarray(0, 24), Buffer.alloc(500, 1)]),
      'image/jpeg',
      'IMAGE_UNREADABLE',
    ],
    ['more than 5 MiB', async () => Buffer.concat([await jpeg(), Buffer.alloc(IMAGE_LIMIT_BYTES)]), 'image/jpeg', 'FILE_TOO_LARGE'],
    ['a decompression bomb', async () => pngBomb(50_000), 'image/png', 'IMAGE_TOO_LARGE_DIMENSIONS'],
    ['a bomb with sides within the limit', async () => pngBomb(9_000), 'image/png', 'IMAGE_TOO_LARGE_DIMENSIONS'],
  ] as const)('refuses %s', async (_, make, type, code) => {
    expect(await inspectEvidence(await make(), type)).toMatchObject({ outcome: 'REFUSED', code });
  });

  it('takes a file of exactly 5 MiB for what it is', async () => {
    const small = await jpeg();
    await accepted(Buffer.concat([small, Buffer.alloc(IMAGE_LIMIT_BYTES - small.length)]), 'image/jpeg');
  });
});
