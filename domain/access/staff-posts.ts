import { z } from 'zod';
import { email } from '../text/contact.ts';
import { fieldError } from '../text/field-problems.ts';
import { personName } from '../text/person-name.ts';

/** What a school may give to its people, and whether it is held in a college: the province and the operators give their own. */
export const schoolPosts = {
  COUNSELLOR: { zh: '辅导员', en: 'Counsellor', college: 'OPTIONAL' },
  COLLEGE_REVIEWER: { zh: '院系审核员', en: 'College reviewer', college: 'REQUIRED' },
  COLLEGE_ADMIN: { zh: '院系管理员', en: 'College administrator', college: 'REQUIRED' },
  SCHOOL_REVIEWER: { zh: '学校审核员', en: 'School reviewer', college: 'NONE' },
  SCHOOL_ADMIN: { zh: '学校管理员', en: 'School administrator', college: 'NONE' },
} as const;

export const SchoolRole = z.enum(Object.keys(schoolPosts) as [keyof typeof schoolPosts, ...(keyof typeof schoolPosts)[]], {
  error: fieldError('CODE_UNKNOWN'),
});
export type SchoolRole = z.infer<typeof SchoolRole>;

/** A post of a school. A college is named where the post is held in one, and nowhere else. */
export const SchoolPost = z
  .strictObject({
    role: SchoolRole,
    collegeId: z
      .uuid({ error: fieldError('CODE_UNKNOWN') })
      .nullable()
      .default(null),
  })
  .check(({ value: { role, collegeId }, issues }) => {
    const { college } = schoolPosts[role];
    if (college === 'REQUIRED' && collegeId === null)
      issues.push({ code: 'custom', path: ['collegeId'], message: 'REQUIRED', input: collegeId });
    if (college === 'NONE' && collegeId !== null)
      issues.push({ code: 'custom', path: ['collegeId'], message: 'CODE_UNKNOWN', input: collegeId });
  });
export type SchoolPost = z.output<typeof SchoolPost>;

/** Under which somebody signs in: written as it is typed, since a change of case would be another person to some systems. */
export const SignInName = z
  .string({ error: fieldError('TYPE_WRONG') })
  .regex(/^[a-z][a-z0-9._-]{2,39}$/, { error: 'SIGN_IN_NAME_INVALID' });

/** Somebody who is to work for the school. */
export const Invitation = z.strictObject({
  signInName: SignInName,
  displayName: personName,
  email: email.nullable().default(null),
  posts: z.array(SchoolPost).min(1, { error: 'REQUIRED' }).max(10),
});
export type Invitation = z.output<typeof Invitation>;
