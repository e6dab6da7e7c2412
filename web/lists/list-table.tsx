import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, type ReactNode } from 'react';
import { Failure } from '../app/failure.tsx';
import { Loading } from '../app/loading.tsx';
import type { Pages } from './use-pages.ts';
import { useListWords } from './words.ts';
import './lists.css';

export interface Column<T> {
  readonly key: string;
  readonly heading: ReactNode;
  readonly cell: (row: T) => ReactNode;
  /** Figures stand to the right. */
  readonly figures?: boolean;
}

interface Props<T> {
  readonly caption: string;
  readonly pages: Pages<T>;
  readonly columns: readonly Column<T>[];
  readonly keyOf: (row: T) => string;
  readonly empty: string;
}

const rowHeight = 44;
/** How many rows beyond what is seen are drawn, and from how far away the next page is asked for. */
const beyond = 12;

/** A table of any length: only the rows in sight are drawn, the next page comes as somebody scrolls. To a screen reader it is one whole table. */
export function ListTable<T>({ caption, pages, columns, keyOf, empty }: Props<T>) {
  const say = useListWords();
  const box = useRef<HTMLDivElement>(null);
  const { rows, hasMore, more } = pages;
  // eslint-disable-next-line react-hooks/incompatible-library -- measured anew at each scroll, so nothing of it may be kept
  const virtual = useVirtualizer({ count: rows.length, getScrollElement: () => box.current, estimateSize: () => rowHeight, overscan: beyond, getItemKey: (index) => keyOf(rows[index] as T) });
  const shown = virtual.getVirtualItems();
  const last = shown.at(-1)?.index ?? 0;
  useEffect(() => { if (hasMore && last >= rows.length - beyond) more(); }, [hasMore, last, rows.length, more]);
  if (pages.isPending) return <Loading />;
  if (pages.error && rows.length === 0) return <Failure part error={pages.error} onRetry={pages.again} />;
  if (rows.length === 0) return <p className="list-empty">{empty}</p>;
  const before = shown[0]?.start ?? 0;
  const after = virtual.getTotalSize() - (shown.at(-1)?.end ?? 0);
  return <>
    <div className="list-box" ref={box} tabIndex={0} role="region" aria-label={caption}>
      <table className="list" aria-rowcount={hasMore ? -1 : rows.length + 1}>
        <caption className="visually-hidden">{caption}</caption>
        <thead><tr aria-rowindex={1}>{columns.map(({ key, heading, figures }) => <th key={key} scope="col" className={figures ? 'figures' : undefined}>{heading}</th>)}</tr></thead>
        <tbody>
          {before > 0 && <tr aria-hidden="true"><td colSpan={columns.length} style={{ height: before, padding: 0 }} /></tr>}
          {shown.map(({ index, key }) => {
            const row = rows[index] as T;
            return <tr key={key} data-index={index} ref={virtual.measureElement} aria-rowindex={index + 2}>
              {columns.map((column) => <td key={column.key} className={column.figures ? 'figures' : undefined}>{column.cell(row)}</td>)}
            </tr>;
          })}
          {after > 0 && <tr aria-hidden="true"><td colSpan={columns.length} style={{ height: after, padding: 0 }} /></tr>}
        </tbody>
      </table>
    </div>
    <p className="soft" role="status">{say(hasMore ? 'rowsSoFar' : 'rows', { count: rows.length })}</p>
  </>;
}
