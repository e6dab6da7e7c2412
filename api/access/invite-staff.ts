import { Invitation } from '../../domain/access/staff-posts.ts';
import { inviteToSchool } from '../../infra/identity/invite-staff.ts';
import { json } from '../http/answer.ts';
import { route } from '../http/route.ts';
import { GivenPassword, givenPassword, officeOf, staffRoute } from './staff-office.ts';

/** An answer that was lost costs nothing: the name is taken then, and a new one-time password can be given. */
export const inviteStaff = route({
  ...staffRoute,
  method: 'post',
  path: '/api/staff',
  status: 201,
  summary: 'Invite somebody to work for the school',
  body: Invitation,
  reply: GivenPassword,
  handle: async (context) => {
    const { id, given } = await inviteToSchool(officeOf(context), context.body);
    return json(givenPassword(id, context.body.signInName, given), { status: 201 });
  },
});
