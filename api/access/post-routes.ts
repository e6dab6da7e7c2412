import { z } from 'zod';
import { SchoolPost } from '../../domain/access/staff-posts.ts';
import { manageStaff } from '../../infra/identity/school-staff.ts';
import { deleteSchoolPost, insertSchoolPost } from '../../infra/identity/staff-posts.ts';
import { json, nothing } from '../http/answer.ts';
import { route } from '../http/route.ts';
import { officeOf, staffParams, staffRoute } from './staff-office.ts';

export const givePost = route({
  ...staffRoute,
  method: 'post',
  path: '/api/staff/:accountId/posts',
  status: 201,
  summary: 'Give somebody of the school a post',
  params: staffParams,
  body: SchoolPost,
  reply: z.object({ postId: z.uuid() }),
  handle: async (context) => {
    const {
      deps,
      params: { accountId },
      body,
    } = context;
    const office = officeOf(context);
    const postId = deps.newId();
    await manageStaff(office, accountId, async (connection) => {
      await insertSchoolPost(connection, { ...body, id: postId, accountId, schoolId: office.schoolId });
      return { audit: { action: 'POST_GIVEN', fields: [accountId, body.role, body.collegeId ?? ''] }, result: undefined };
    });
    return json({ postId }, { status: 201 });
  },
});

/** It counts from the next request of that person on; a counsellor's classes are without one then. */
export const endPost = route({
  ...staffRoute,
  method: 'post',
  path: '/api/staff/:accountId/posts/:postId/ending',
  status: 204,
  summary: 'End a post',
  params: staffParams.extend({ postId: z.uuid() }),
  handle: async (context) => {
    const { accountId, postId } = context.params;
    const office = officeOf(context);
    await manageStaff(office, accountId, async (connection) => {
      const { role, collegeId } = await deleteSchoolPost(connection, { id: postId, accountId, schoolId: office.schoolId });
      return { audit: { action: 'POST_ENDED', fields: [accountId, role, collegeId ?? ''] }, result: undefined };
    });
    return nothing();
  },
});
