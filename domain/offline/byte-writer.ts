const utf8 = new TextEncoder();

/** The counterpart of ByteReader. Throws RangeError for a value that does not fit its place. */
export class ByteWriter {
  readonly #bytes: number[] = [];

  unsigned(value: number, bytes: 1 | 2 | 3 | 4): this {
    if (!Number.isInteger(value) || value < 0 || value >= 256 ** bytes) throw new RangeError(`does not fit ${bytes} bytes`);
    for (let place = bytes - 1; place >= 0; place -= 1) this.#bytes.push(Math.floor(value / 256 ** place) % 256);
    return this;
  }

  text(text: string): this {
    const bytes = utf8.encode(text);
    return this.unsigned(bytes.length, 1).raw(bytes);
  }

  raw(bytes: Uint8Array): this {
    for (const byte of bytes) this.#bytes.push(byte);
    return this;
  }

  bytes(): Uint8Array {
    return Uint8Array.from(this.#bytes);
  }
}
