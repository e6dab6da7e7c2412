/** Bytes of each character in GB 18030, which Node can read and not write: the table is its decoder's, turned round. */
let table: ReadonlyMap<string, readonly number[]> | undefined;

const between = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, index) => from + index);

function codesOf(): readonly (readonly number[])[] {
  const leads = between(0x81, 0xfe);
  const two = leads.flatMap((lead) =>
    between(0x40, 0xfe)
      .filter((trail) => trail !== 0x7f)
      .map((trail) => [lead, trail]),
  );
  const digits = between(0x30, 0x39);
  const four = between(0x81, 0x84).flatMap((a) => digits.flatMap((b) => leads.flatMap((c) => digits.map((d) => [a, b, c, d]))));
  return [...two, ...four];
}

function tableOf(): ReadonlyMap<string, readonly number[]> {
  const decoder = new TextDecoder('gb18030', { fatal: true });
  const read = (code: readonly number[]): string | undefined => {
    try {
      return decoder.decode(Uint8Array.from(code));
    } catch {
      // Not every place of the table is taken.
      return undefined;
    }
  };
  return new Map(
    codesOf().flatMap((code) => {
      const character = read(code);
      return character === undefined ? [] : [[character, code] as const];
    }),
  );
}

/** Beyond the first plane the standard counts on by itself. */
function beyond(point: number): readonly number[] {
  const index = point - 0x10000;
  return [
    0x90 + Math.floor(index / 12_600),
    0x30 + (Math.floor(index / 1_260) % 10),
    0x81 + (Math.floor(index / 10) % 126),
    0x30 + (index % 10),
  ];
}

/** A text as programs on Chinese systems save it. */
export function encodeGb18030(text: string): Buffer {
  table ??= tableOf();
  const known = table;
  return Buffer.from(
    [...text].flatMap((character) => {
      const point = character.codePointAt(0) ?? 0;
      if (point < 0x80) return [point];
      return point > 0xffff ? [...beyond(point)] : [...(known.get(character) ?? [0x3f])];
    }),
  );
}
