import { nationalDefault } from '../../../domain/rule-packs/national-default.ts';
import type { RulePack } from '../../../domain/rule-packs/rule-pack.ts';

type Optioned = { [K in keyof RulePack]: RulePack[K] extends { value: unknown } ? K : never }[keyof RulePack];

/** The national default with one option changed; its clause says that the province did. */
export function packWith<K extends Optioned>(option: K, value: RulePack[K]['value']): RulePack {
  return { ...nationalDefault, id: `test-${option}`, [option]: { ...nationalDefault[option], value, clause: `省 ${option}` } };
}
