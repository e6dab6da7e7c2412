import { z } from 'zod';
import type { Role } from '../../domain/access/role.ts';
import type { Session } from '../../infra/identity/sessions.ts';
import type { ApiDependencies } from '../dependencies.ts';
import { OwnView, ownView } from './own-view.ts';
import { readDetailed } from './read-graduate.ts';
import { StaffView, staffView } from './staff-view.ts';

/** A graduate-year as whoever asks may see it. */
export const GraduateView = z.discriminatedUnion('view', [OwnView, StaffView]).meta({ id: 'Graduate' });
export type GraduateView = z.infer<typeof GraduateView>;

/** The fresh view for one person in one role. Throws NOT_FOUND. */
export async function graduateView(deps: ApiDependencies, graduateId: string, session: Session, role: Role): Promise<GraduateView> {
  const standing = await readDetailed(deps, graduateId);
  return role === 'GRADUATE' ? ownView(deps, standing, session) : staffView(deps, standing, { id: session.accountId, role });
}
