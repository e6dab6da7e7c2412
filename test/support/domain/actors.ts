import type { Role } from '../../../domain/access/role.ts';

export interface PaperActor {
  readonly id: string;
  readonly role: Role;
}

const actor = (suffix: string, role: Role): PaperActor => ({ id: `00000000-0000-7000-a000-00000000000${suffix}`, role });

export const actors = {
  graduate: actor('1', 'GRADUATE'),
  collegeReviewer: actor('2', 'COLLEGE_REVIEWER'),
  collegeAdmin: actor('3', 'COLLEGE_ADMIN'),
  schoolReviewer: actor('4', 'SCHOOL_REVIEWER'),
  schoolAdmin: actor('5', 'SCHOOL_ADMIN'),
  province: actor('6', 'PROVINCE_ADMIN'),
} as const;

/** One person who holds both desks. */
export const bothDesks = {
  college: { id: actors.collegeAdmin.id, role: 'COLLEGE_ADMIN' },
  school: { id: actors.collegeAdmin.id, role: 'SCHOOL_ADMIN' },
} as const satisfies Record<string, PaperActor>;
