import { evidenceKeptUntil } from '../../domain/registration/evidence-retention.ts';
import type { RulePack } from '../../domain/rule-packs/rule-pack.ts';
import type { Pool } from '../database/pool.ts';
import { readClock } from '../record/clock.ts';
import type { RulePacks } from '../record/rule-packs.ts';

/** Graduates who share a rule pack and an end: some dozens, however many there are. */
export interface RetentionGroup {
  readonly provinceCode: string;
  readonly cohort: number;
  readonly graduatedAt: string;
}

export interface GroupRetention {
  /** The groups that have something to forget, as SQL. */
  readonly groups: string;
  /** Forgets some of what a group has; 0 when nothing was left. `isOver` is whether the retention of its evidence is. */
  readonly forgetPage: (group: RetentionGroup, pack: RulePack, isOver: boolean) => Promise<number>;
}

/** Forgets page after page of every group, as the rule pack of each says. Returns how many. */
export async function forgetByGroup(
  { pool, rulePacks }: { readonly pool: Pool; readonly rulePacks: RulePacks },
  { groups, forgetPage }: GroupRetention,
  progress: () => void,
): Promise<number> {
  const now = await readClock(pool);
  let count = 0;
  for (const group of (await pool.query<RetentionGroup>(groups)).rows) {
    const pack = await rulePacks.find(group.provinceCode, group.cohort, now);
    const isOver = now >= evidenceKeptUntil(group.graduatedAt, pack);
    for (let forgotten = await forgetPage(group, pack, isOver); forgotten > 0; forgotten = await forgetPage(group, pack, isOver)) {
      count += forgotten;
      progress();
    }
  }
  return count;
}
