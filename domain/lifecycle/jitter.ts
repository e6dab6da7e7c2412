/** Milliseconds in [0, spreadMs) that depend on the id alone: many deadlines at one instant are booked spread out. */
export function jitterOf(id: string, spreadMs: number): number {
  let hash = 0;
  for (let index = 0; index < id.length; index += 1) hash = (Math.imul(hash, 31) + id.charCodeAt(index)) >>> 0;
  return hash % spreadMs;
}
