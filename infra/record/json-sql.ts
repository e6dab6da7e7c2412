/** SQL for an instant as the domain has it: milliseconds since the epoch. JSON would make a text of it. */
export const milliseconds = (column: string): string => `(extract(epoch FROM ${column}) * 1000)::bigint`;

/** SQL for the rows of a subquery as one JSON list, empty when there are none. */
export const jsonList = (select: string): string => `coalesce((SELECT jsonb_agg(to_jsonb(item)) FROM (${select}) item), '[]')`;
