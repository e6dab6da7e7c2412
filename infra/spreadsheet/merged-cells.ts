/** A block of merged cells, as far as its first column goes; rows and columns from 1. */
export interface MergedBlock {
  readonly column: number;
  readonly top: number;
  readonly bottom: number;
}

/** The number of a column, from 1. */
export const columnNumber = (letters: string): number => [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

const block = /<(?:\w+:)?mergeCell\s[^>]*?ref\s*=\s*["']([A-Z]{1,3})(\d{1,7}):[A-Z]{1,3}(\d{1,7})["']/g;

/** Longest piece of a tag that may be cut in two between two pieces of the file. */
const overlap = 200;

/** Gathers the merged blocks that run over several rows; they stand behind the rows, so the sheet is looked through beforehand. */
export function createMergeFinder(): { look(piece: Buffer): void; blocks(): readonly MergedBlock[] } {
  const found = new Map<string, MergedBlock>();
  let tail = '';
  return {
    look(piece) {
      const text = tail + piece.toString('latin1');
      tail = text.slice(-overlap);
      if (!text.includes('mergeCell')) return;
      for (const [, letters = '', top = '', bottom = ''] of text.matchAll(block)) {
        // Sideways a value would move into another column, so only the first column counts.
        if (top !== bottom) found.set(`${letters}${top}`, { column: columnNumber(letters), top: Number(top), bottom: Number(bottom) });
      }
    },
    blocks: () => [...found.values()],
  };
}

/** Fills the cells of a merged block with the value of its first row, as people see it; rows must come in order. */
export function createMergeFiller<Value>(blocks: readonly MergedBlock[]): (rowNumber: number, values: (Value | null)[]) => void {
  const waiting = blocks.toSorted((a, b) => a.top - b.top);
  let open: { block: MergedBlock; value: Value | null }[] = [];
  return (rowNumber, values) => {
    open = open.filter((entry) => entry.block.bottom >= rowNumber);
    for (const entry of open) values[entry.block.column] ??= entry.value;
    for (let next = waiting[0]; next !== undefined && next.top <= rowNumber; next = waiting[0]) {
      waiting.shift();
      if (next.top === rowNumber) open.push({ block: next, value: values[next.column] ?? null });
    }
  };
}
