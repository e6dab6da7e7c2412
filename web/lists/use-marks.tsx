import { useState } from 'react';
import type { Column } from './list-table.tsx';
import { useListWords } from './words.ts';

interface Person {
  readonly id: string;
  readonly name: string;
  readonly studentNo: string;
}

/** Most that one request may be about. */
const most = 200;

export interface Marks<T extends Person> {
  /** Those marked, with how they are called, by id. */
  readonly marked: ReadonlyMap<string, string>;
  readonly column: Column<T>;
  readonly markShown: (rows: readonly T[]) => void;
  readonly clear: () => void;
}

const nameOf = ({ name, studentNo }: Person): string => `${name} ${studentNo}`;

/** Graduates of a list, marked for what is then done to all of them: never more than one request takes. */
export function useMarks<T extends Person>(): Marks<T> {
  const say = useListWords();
  const [marked, setMarked] = useState<ReadonlyMap<string, string>>(new Map());
  const mark = (row: T, on: boolean) =>
    setMarked((before) => {
      const next = new Map(before);
      if (on) next.set(row.id, nameOf(row));
      else next.delete(row.id);
      return next;
    });
  return {
    marked,
    column: {
      key: 'mark',
      heading: <span className="visually-hidden">{say('choose')}</span>,
      cell: (row) => (
        <input
          type="checkbox"
          className="mark"
          aria-label={say('mark', { name: row.name })}
          checked={marked.has(row.id)}
          disabled={marked.size >= most && !marked.has(row.id)}
          onChange={({ target }) => mark(row, target.checked)}
        />
      ),
    },
    markShown: (rows) => setMarked(new Map(rows.slice(0, most).map((row) => [row.id, nameOf(row)]))),
    clear: () => setMarked(new Map()),
  };
}

/** Marks what is shown, or nothing. */
export function MarkButtons<T extends Person>({ marks, rows }: { readonly marks: Marks<T>; readonly rows: readonly T[] }) {
  const say = useListWords();
  return (
    <>
      <button type="button" className="plain-button" disabled={rows.length === 0} onClick={() => marks.markShown(rows)}>
        {say('markShown', { count: most })}
      </button>
      <button type="button" className="plain-button" disabled={marks.marked.size === 0} onClick={marks.clear}>
        {say('markNone')}
      </button>
    </>
  );
}
