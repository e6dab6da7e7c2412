import { json } from '../http/answer.ts';
import { graduateParams, namedGraduate } from '../http/command-route.ts';
import { graduateRoute } from '../http/route.ts';
import { GraduateView, graduateView } from './graduate-view.ts';

/** One graduate-year as whoever asks may see it: OWN for the graduate, STAFF for counsellor and desks. */
export const readGraduate = graduateRoute({
  method: 'get',
  path: '/api/graduates/:id',
  right: { resource: 'graduate', action: 'read' },
  part: 'graduate',
  summary: 'A graduate-year',
  description: 'With modules and their locks (R10–R13), sections, confirmation, grants, deadlines and what may be done now.',
  params: graduateParams,
  reply: GraduateView,
  graduateOf: namedGraduate,
  handle: async ({ deps, graduateId, session, role }) => {
    const view = await graduateView(deps, graduateId, session, role);
    return json(view, { version: view.version });
  },
});
