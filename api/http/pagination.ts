import { z } from 'zod';
import { Instant } from '../../domain/calendar/instant.ts';
import { invalidRequest } from './refusals.ts';

const limit = { default: 50, max: 200 } as const;

/** Query of every list: an opaque cursor from the answer before, and how many. */
export const pageQuery = {
  cursor: z.string().max(300).optional().meta({ description: 'nextCursor of the page before' }),
  limit: z
    .string()
    .regex(/^\d{1,3}$/, { error: 'VALUE_WRONG' })
    .transform(Number)
    .pipe(z.int().min(1).max(limit.max))
    .optional()
    .meta({ description: `1 to ${limit.max}, ${limit.default} unless given` }),
} as const;

/** One page of a list. */
export const pageOf = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item), nextCursor: z.string().nullable() });

export const limitOf = ({ limit: wanted }: { limit?: number | undefined }): number => wanted ?? limit.default;

/** Reads a cursor as the position it stands for. Throws INVALID_REQUEST for one that this list did not give. */
export function readCursor<T>(position: z.ZodType<T>, cursor: string | undefined): T | undefined {
  if (cursor === undefined) return undefined;
  try {
    return position.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
  } catch {
    throw invalidRequest({ field: 'cursor', code: 'CURSOR_WRONG' });
  }
}

const TimePosition = z.tuple([Instant, z.uuid()]);

/** The position in a list that goes by time: an instant, and the id for those of the same instant; empty at its beginning. */
export function readTimeCursor(cursor: string | undefined): readonly [Date, string] | readonly [] {
  const [at, id] = readCursor(TimePosition, cursor) ?? [];
  return at === undefined || id === undefined ? [] : [new Date(at), id];
}

/** Cuts rows read with one more than the limit into a page; the cursor is the position of the last that is shown. */
export function toPage<Row, Item>(
  rows: readonly Row[],
  size: number,
  itemOf: (row: Row) => Item,
  positionOf: (row: Row) => readonly unknown[],
): { items: Item[]; nextCursor: string | null } {
  const shown = rows.slice(0, size);
  const last = shown.at(-1);
  const nextCursor = rows.length > size && last !== undefined ? Buffer.from(JSON.stringify(positionOf(last))).toString('base64url') : null;
  return { items: shown.map(itemOf), nextCursor };
}
