import type { paths } from '../../generated/openapi.ts';
import { sitsAtDesk } from '../../domain/registration/desk.ts';
import type { Me } from '../access/me.ts';

type Query = NonNullable<paths['/api/reviews']['get']['parameters']['query']>;

export const desks = ['COLLEGE_REVIEW', 'SCHOOL_REVIEW'] as const;
const flags: Readonly<Record<string, Query>> = { overdue: { overdue: 'true' }, warned: { warned: 'true' }, unwarned: { warned: 'false' } };
const passed = ['section', 'waitingDays', 'destinationCode', 'claimed', 'sort', 'className'] as const;

/** Whose queue is shown: what the address says, else that of one's own desk; `ALL` for both. */
export const deskShown = (get: (name: string) => string, { posts }: Me): string =>
  get('status') || (desks.find((desk) => posts.some(({ role }) => sitsAtDesk(role, desk))) ?? 'ALL');

/** The question to the server that the filters in the address stand for; it judges the values. */
export const queueQuery = (get: (name: string) => string, desk: string): Query => {
  const asked: Partial<Record<(typeof passed)[number] | 'status', string>> = desk === 'ALL' ? {} : { status: desk };
  for (const name of passed) if (get(name) !== '') asked[name] = get(name);
  return { ...(asked as Query), ...flags[get('flag')] };
};
