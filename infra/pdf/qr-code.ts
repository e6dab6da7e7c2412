import { crc32, deflateSync } from 'node:zlib';
import QRCode, { type QRCodeSegment } from 'qrcode';

/** A QR code in black and white: one bit for each module, rows filled up to whole bytes, 1 is white; quiet zone included. */
export interface QrCode {
  readonly size: number;
  readonly rows: Buffer;
}

// The content is as good as random, so that no mask is better than another; to try all of them takes longer than all else.
const maskPattern = 3;
// The fragment of our addresses is Base32 (docs/offline-format.md): in its own mode it takes two thirds of the room.
const alphanumeric = /^[0-9A-Z $%*+\-./:]+$/;
const segmentsOf = (content: string): QRCodeSegment[] => {
  const from = content.indexOf('#') + 1;
  const [address, fragment] = [content.slice(0, from), content.slice(from)];
  if (from === 0 || !alphanumeric.test(fragment)) return [{ data: Buffer.from(content), mode: 'byte' }];
  return [
    { data: Buffer.from(address), mode: 'byte' },
    { data: fragment, mode: 'alphanumeric' },
  ];
};

// What a reader needs around the code (ISO/IEC 18004).
const quietModules = 4;

/** A QR code with error correction Q: 25 % of it may be unreadable. With M, scans with a tenth of them dirty were not read. */
export const createQrCode = (content: string): QrCode => {
  const { modules } = QRCode.create(segmentsOf(content), { errorCorrectionLevel: 'Q', maskPattern });
  const size = modules.size + 2 * quietModules;
  const bytesPerRow = Math.ceil(size / 8);
  const rows = Buffer.alloc(bytesPerRow * size, 255);
  modules.data.forEach((dark, index) => {
    if (!dark) return;
    const column = (index % modules.size) + quietModules;
    const at = (Math.floor(index / modules.size) + quietModules) * bytesPerRow + (column >> 3);
    rows.writeUInt8(rows.readUInt8(at) & ~(128 >> (column & 7)), at);
  });
  return { size, rows };
};

const chunk = (type: string, content: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
};

/** The code as a PNG of one pixel a module. */
export const qrPng = ({ size, rows }: QrCode): Buffer => {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.writeUInt8(1, 8);
  const bytesPerRow = rows.length / size;
  const scanlines = Array.from({ length: size }, (_, row) => [
    Buffer.alloc(1),
    rows.subarray(row * bytesPerRow, (row + 1) * bytesPerRow),
  ]).flat();
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(scanlines))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
};

/** A picture that stands where the code will be: `finishPdf` puts the code there, and to have each renderer read one and pack it anew takes long. */
export const codePlaceholder = qrPng({ size: 8, rows: Buffer.alloc(8) });

/** Each module as eight pixels by eight: a reader that smooths pictures when it makes them larger blurs no edge that matters. */
export const magnify = ({ size, rows }: QrCode): { readonly side: number; readonly bits: Buffer } => {
  const bytesPerRow = rows.length / size;
  const bits = Buffer.alloc(size * size * 8);
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      const white = (rows.readUInt8(row * bytesPerRow + (column >> 3)) & (128 >> (column & 7))) !== 0;
      if (white) for (let line = 0; line < 8; line += 1) bits.writeUInt8(255, (row * 8 + line) * size + column);
    }
  }
  return { side: size * 8, bits };
};
