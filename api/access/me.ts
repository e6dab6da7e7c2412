import { z } from 'zod';
import { notice } from '../../domain/access/notice.ts';
import { Role } from '../../domain/access/role.ts';
import { Stage } from '../../domain/lifecycle/stage.ts';
import { Language } from '../../domain/text/language.ts';
import type { Session } from '../../infra/identity/sessions.ts';
import type { ApiDependencies } from '../dependencies.ts';
import { json, nothing } from '../http/answer.ts';
import { InstantText, instantText } from '../http/moments.ts';
import { route } from '../http/route.ts';

const Post = z.object({ role: Role, province: z.string().nullable(), school: z.string().nullable(), college: z.string().nullable() });
const GraduateYear = z.object({ id: z.uuid(), cohort: z.int(), school: z.string(), stage: Stage });

const Me = z
  .object({
    account: z.object({
      id: z.uuid(),
      kind: z.enum(['GRADUATE', 'STAFF']),
      displayName: z.string(),
      language: Language.meta({ description: 'In which the person is written to' }),
    }),
    posts: z.array(Post),
    consent: z.object({ required: z.boolean(), noticeVersion: z.string() }),
    secondFactor: z.object({ enrolled: z.boolean(), required: z.boolean() }),
    password: z.object({
      changeRequired: z.boolean().meta({ description: 'Signed in with a one-time password: only another one opens the rest' }),
    }),
    graduateYears: z.array(GraduateYear).meta({ description: 'One account may have several (X22); empty until the notice is accepted' }),
    proofedAt: InstantText.nullable(),
  })
  .meta({ id: 'Me' });

export const readMe = route({
  method: 'get',
  path: '/api/me',
  right: { resource: 'account', action: 'read' },
  part: 'access',
  beforeReady: true,
  summary: 'Who is signed in, in which roles, with which graduate-years',
  reply: Me,
  handle: async ({ deps, session }) => {
    const { accountId, kind, displayName, language, proofedAt, consented, hasSecondFactor, mustChangePassword } = session;
    const isGraduate = kind === 'GRADUATE';
    return json({
      account: { id: accountId, kind, displayName, language },
      posts: isGraduate ? [] : await postsOf(deps, session),
      consent: { required: isGraduate && !consented, noticeVersion: notice.version },
      secondFactor: { enrolled: hasSecondFactor, required: !isGraduate && deps.config.staff.secondFactor === 'required' },
      password: { changeRequired: mustChangePassword },
      graduateYears: isGraduate && consented ? await graduateYearsOf(deps, accountId) : [],
      proofedAt: proofedAt === null ? null : instantText(proofedAt),
    });
  },
});

/** Notifications are mailed in it; the pages follow their own switch. */
export const chooseLanguage = route({
  method: 'post',
  path: '/api/me/language',
  right: { resource: 'account', action: 'change' },
  part: 'access',
  status: 204,
  beforeReady: true,
  summary: 'Choose the language of mails',
  body: z.strictObject({ language: Language }),
  handle: async ({ deps, body, session }) => {
    await deps.prisma.account.update({ where: { id: session.accountId }, data: { language: body.language } });
    return nothing();
  },
});

async function graduateYearsOf({ prisma }: ApiDependencies, accountId: string): Promise<z.infer<typeof GraduateYear>[]> {
  const rows = await prisma.graduate.findMany({
    where: { accountId },
    orderBy: [{ cohort: 'desc' }, { id: 'asc' }],
    select: { id: true, cohort: true, stage: true, school: { select: { name: true } } },
  });
  return rows.map(({ id, cohort, stage, school }) => ({ id, cohort, stage: Stage.parse(stage), school: school.name }));
}

async function postsOf({ prisma }: ApiDependencies, { holdings }: Session): Promise<z.infer<typeof Post>[]> {
  const among = (ids: (string | null)[]): { in: string[] } => ({ in: ids.filter((id) => id !== null) });
  const [provinces, schools, colleges] = await Promise.all([
    prisma.province.findMany({ where: { code: among(holdings.map(({ provinceCode }) => provinceCode)) } }),
    prisma.school.findMany({ where: { id: among(holdings.map(({ schoolId }) => schoolId)) }, select: { id: true, name: true } }),
    prisma.college.findMany({ where: { id: among(holdings.map(({ collegeId }) => collegeId)) }, select: { id: true, name: true } }),
  ]);
  return holdings.map(({ role, provinceCode, schoolId, collegeId }) => ({
    role,
    province: provinces.find(({ code }) => code === provinceCode)?.name ?? null,
    school: schools.find(({ id }) => id === schoolId)?.name ?? null,
    college: colleges.find(({ id }) => id === collegeId)?.name ?? null,
  }));
}
