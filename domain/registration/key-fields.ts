import { canonicalJson } from '../canonical-json.ts';
import type { RulePack } from '../rule-packs/rule-pack.ts';
import type { SectionContent, SectionKind } from './section.ts';

/** Names of the fields in which two contents differ; a retyped equal value is no change (X12). */
export function changedFields(before: SectionContent | null, after: SectionContent): string[] {
  const names = new Set([...Object.keys(before ?? {}), ...Object.keys(after)]);
  return [...names].filter((name) => canonicalJson(before?.[name] ?? null) !== canonicalJson(after[name] ?? null)).sort();
}

/** True when a key field is among the changed ones (R24, X12). */
export function touchesKeyField(pack: RulePack, section: SectionKind, changed: readonly string[]): boolean {
  const keyFields = pack.keyFields.value[section];
  return changed.some((name) => keyFields.includes(name));
}
