import { Fragment, memo, useRef, type ReactNode, type Ref } from 'react';
import { Failure } from '../app/failure.tsx';
import { Loading } from '../app/loading.tsx';
import { useInSight } from './use-in-sight.ts';
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

/** Of a row of one line, as lists.css has it. */
const rowHeight = 44;

/** A table of any length: only the rows in sight are drawn, the next page comes as somebody scrolls. To a screen reader it is one whole table. */
export function ListTable<T>({ caption, pages, columns, keyOf, empty }: Props<T>) {
  const say = useListWords();
  const box = useRef<HTMLDivElement>(null);
  const virtual = useInSight({ pages, keyOf, box, rowHeight });
  const { rows, hasMore } = pages;
  if (pages.isPending) return <Loading />;
  if (pages.error && rows.length === 0) return <Failure part error={pages.error} onRetry={pages.again} />;
  if (rows.length === 0) return <p className="list-empty">{empty}</p>;
  const shown = virtual.getVirtualItems();
  return (
    <>
      <div className="list-box" ref={box} tabIndex={0} role="region" aria-label={caption}>
        <table className="list" aria-rowcount={hasMore ? -1 : rows.length + 1}>
          <caption className="visually-hidden">{caption}</caption>
          <thead>
            <tr aria-rowindex={1}>
              {columns.map(({ key, heading, figures }) => (
                <th key={key} scope="col" className={figures ? 'figures' : undefined}>
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map(({ index, key, start }, place) => (
              <Fragment key={key}>
                <Gap height={start - (shown[place - 1]?.end ?? 0)} />
                <Row row={rows[index] as T} index={index} columns={columns} measure={virtual.measureElement} />
              </Fragment>
            ))}
            <Gap height={virtual.getTotalSize() - (shown.at(-1)?.end ?? 0)} />
          </tbody>
        </table>
      </div>
      <p className="soft" role="status">
        {say(hasMore ? 'rowsSoFar' : 'rows', { count: rows.length })}
      </p>
    </>
  );
}

/** The place of rows that are not drawn. */
function Gap({ height }: { readonly height: number }) {
  return (
    height > 0 && (
      <tr aria-hidden="true">
        <td style={{ height, padding: 0 }} />
      </tr>
    )
  );
}

interface RowProps<T> {
  readonly row: T;
  readonly index: number;
  readonly columns: readonly Column<T>[];
  readonly measure: Ref<HTMLTableRowElement>;
}

/** Drawn once and kept while somebody scrolls. */
const Row = memo(function Row<T>({ row, index, columns, measure }: RowProps<T>) {
  return (
    <tr data-index={index} ref={measure} aria-rowindex={index + 2}>
      {columns.map((column) => (
        <td key={column.key} className={column.figures ? 'figures' : undefined}>
          {column.cell(row)}
        </td>
      ))}
    </tr>
  );
}) as <T>(props: RowProps<T>) => ReactNode;
