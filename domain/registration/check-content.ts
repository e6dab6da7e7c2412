import type { DecisionContext, Refusal } from '../decision/decision.ts';
import type { GraduateState } from '../graduate/graduate-state.ts';
import { refuseEvidence } from './evidence-rules.ts';
import { changedFields } from './key-fields.ts';
import { parseSectionContent } from './section-content.ts';
import type { SectionContent, SectionKind } from './section.ts';

interface Proposed {
  readonly section: SectionKind;
  readonly content: SectionContent;
  readonly evidenceIds: readonly string[];
  /** The version in force when the form was opened. */
  readonly basedOn: string | null;
}

type Checked = { readonly ok: true; readonly content: SectionContent } | { readonly ok: false; readonly refusal: Refusal };
const no = (refusal: Refusal): Checked => ({ ok: false, refusal });

/** What somebody proposes for a section, whoever it is: based on what is in force, in order, proved, and a change (R15, R17, R18). */
export function checkContent(
  state: GraduateState,
  { section, content, evidenceIds, basedOn }: Proposed,
  { pack }: Pick<DecisionContext, 'pack'>,
): Checked {
  const { current } = state.sections[section];
  if (basedOn !== (current?.id ?? null)) return no({ code: 'RECORD_CHANGED' });
  const parsed = parseSectionContent(section, content);
  if (!parsed.ok) return no({ code: 'INVALID_REQUEST', fields: parsed.fields });
  const unfit = refuseEvidence(state, section, parsed.content, evidenceIds, pack);
  if (unfit) return no(unfit);
  const sameEvidence = String([...evidenceIds].sort()) === String([...(current?.evidenceIds ?? [])].sort());
  if (current && sameEvidence && changedFields(current.content, parsed.content).length === 0)
    return no({ code: 'NO_CHANGE', clause: 'R15' });
  return parsed;
}
