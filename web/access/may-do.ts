import { can, type Right } from '../../domain/access/rights.ts';
import type { Me } from './me.ts';

/** Whether one of the person's posts has the right somewhere. */
export const mayDo = (me: Me, right: Right): boolean => me.posts.some(({ role }) => can(role, right) !== undefined);
