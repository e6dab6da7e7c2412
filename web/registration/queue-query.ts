import type { paths } from '../../generated/openapi.ts';

type Query = NonNullable<paths['/api/reviews']['get']['parameters']['query']>;

const flags: Readonly<Record<string, Query>> = { overdue: { overdue: 'true' }, warned: { warned: 'true' }, unwarned: { warned: 'false' } };
const passed = ['status', 'section', 'waitingDays', 'destinationCode', 'claimed', 'sort', 'className'] as const;

/** The question to the server that the filters in the address stand for; it judges the values. */
export const queueQuery = (get: (name: string) => string): Query => {
  const asked: Partial<Record<(typeof passed)[number], string>> = {};
  for (const name of passed) if (get(name) !== '') asked[name] = get(name);
  return { ...asked as Query, ...flags[get('flag')] };
};
