import type { PdfObject } from './read-pdf-file.ts';
import { textString } from './text-string.ts';

/** A bookmark: what it leads to is under a heading that it shares with its neighbours. */
export interface Bookmark {
  readonly group: string;
  readonly label: string;
  /** Number of the object of its page. */
  readonly page: number;
}

interface Entry {
  readonly title: string;
  readonly page: number;
  readonly below: readonly Entry[];
}

/** The bookmarks of a document in two levels, the lower one folded (ISO 32000-1, 12.3.3), below the object `root`. */
export function bookmarkObjects(bookmarks: readonly Bookmark[], root: number, reserve: (count: number) => number): Map<number, PdfObject> {
  const groups: { title: string; page: number; below: Entry[] }[] = [];
  for (const { group, label, page } of bookmarks) {
    const last = groups.at(-1);
    const entry = { title: label, page, below: [] };
    if (last?.title === group) last.below.push(entry);
    else groups.push({ title: group, page, below: [entry] });
  }
  const objects = new Map<number, PdfObject>();
  const enter = (id: number, entries: string): void => void objects.set(id, { body: `<<${entries}>>`, stream: null });
  /** Enters siblings; returns what their parent says of them. */
  const write = (siblings: readonly Entry[], parent: number): string => {
    const first = reserve(siblings.length);
    siblings.forEach(({ title, page, below }, index) => {
      const id = first + index;
      const beside = `${index === 0 ? '' : `/Prev ${id - 1} 0 R`}${index === siblings.length - 1 ? '' : `/Next ${id + 1} 0 R`}`;
      enter(
        id,
        `/Title${textString(title)}/Parent ${parent} 0 R${beside}${below.length === 0 ? '' : `${write(below, id)}/Count -${below.length}`}/Dest[${page} 0 R/Fit]`,
      );
    });
    return `/First ${first} 0 R/Last ${first + siblings.length - 1} 0 R`;
  };
  enter(root, `/Type/Outlines${write(groups, root)}/Count ${groups.length}`);
  return objects;
}
