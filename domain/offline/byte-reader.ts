// What follows U+FEFF would otherwise be another text with the same bytes.
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** What `read` makes of the bytes; undefined when they end too early, go on behind it, or hold text that is not UTF-8. */
export function readWhole<T>(bytes: Uint8Array, read: (reader: ByteReader) => T): T | undefined {
  const reader = new ByteReader(bytes);
  try {
    const result = read(reader);
    return reader.left === 0 ? result : undefined;
  } catch {
    return undefined;
  }
}

/** Reads a layout field by field from the front; throws what readWhole catches. */
class ByteReader {
  readonly #view: DataView;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  /** An unsigned integer of so many bytes, most significant first. */
  unsigned(bytes: 1 | 2 | 3 | 4): number {
    return this.take(bytes).reduce((value, byte) => value * 256 + byte, 0);
  }

  /** A text behind its length in one byte. */
  text(): string {
    return utf8.decode(this.take(this.unsigned(1)));
  }

  take(count: number): Uint8Array {
    if (count > this.left) throw new RangeError('the bytes end too early');
    this.#at += count;
    return new Uint8Array(this.#view.buffer, this.#view.byteOffset + this.#at - count, count);
  }

  /** Bytes that have not been read. */
  get left(): number {
    return this.#view.byteLength - this.#at;
  }
}
