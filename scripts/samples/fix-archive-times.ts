const entrySignature = Buffer.of(0x50, 0x4b, 0x01, 0x02);
const endSignature = Buffer.of(0x50, 0x4b, 0x05, 0x06);
/** 1 January 2026, 00:00, as ZIP archives write it. */
const time = 0x5c210000;

/** The same archive with one time on all its parts, so that equal content gives equal bytes. */
export function fixArchiveTimes(archive: Buffer): Buffer {
  const bytes = Buffer.from(archive);
  const end = bytes.lastIndexOf(endSignature);
  let at = bytes.readUInt32LE(end + 16);
  for (let count = bytes.readUInt16LE(end + 10); count > 0; count -= 1) {
    if (!bytes.subarray(at, at + 4).equals(entrySignature)) throw new RangeError('not an archive');
    bytes.writeUInt32LE(time, at + 12);
    bytes.writeUInt32LE(time, bytes.readUInt32LE(at + 42) + 10);
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return bytes;
}
