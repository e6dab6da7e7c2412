import { nationalDefault } from '../../domain/rule-packs/national-default.ts';
import { RulePack } from '../../domain/rule-packs/rule-pack.ts';
import type { Queryable } from '../database/pool.ts';

interface PackRow {
  provinceCode: string | null;
  cohort: number | null;
  effectiveFrom: number;
  body: unknown;
}

/** Finds the rule pack in force for a province and cohort at an instant. */
export interface RulePacks {
  find(provinceCode: string, cohort: number, at: number): Promise<RulePack>;
}

const freshMs = 30_000;

/** Packs change a few times a year and are read with every decision: kept for 30 s. */
export function createRulePacks(database: Queryable): RulePacks {
  let kept: { until: number; packs: (Omit<PackRow, 'body'> & { pack: RulePack })[] } | undefined;
  const load = async () => {
    const { rows } = await database.query<PackRow>(
      'SELECT "provinceCode", "cohort", "effectiveFrom", "body" FROM "rule_pack" ORDER BY "effectiveFrom" DESC',
    );
    return rows.map(({ body, ...row }) => ({ ...row, pack: RulePack.parse(body) }));
  };
  return {
    async find(provinceCode, cohort, at) {
      if (!kept || performance.now() >= kept.until) kept = { packs: await load(), until: performance.now() + freshMs };
      const inForce = kept.packs.filter((row) => row.effectiveFrom <= at && (row.cohort === null || row.cohort === cohort));
      const own = inForce.find((row) => row.provinceCode === provinceCode) ?? inForce.find((row) => row.provinceCode === null);
      return own?.pack ?? nationalDefault;
    },
  };
}
