import { accept, type Decision, type DecisionContext } from '../decision/decision.ts';
import { contentDigest } from '../content-digest.ts';
import type { SectionVersion } from './section.ts';

type Entered = Pick<SectionVersion, 'section' | 'intent' | 'source' | 'status' | 'content' | 'evidenceIds' | 'reason'>;

/** A submission as it reaches its first desk. */
export function newSubmission(entered: Entered, { actor, now, newId }: DecisionContext): Decision {
  const version: SectionVersion = {
    id: newId(),
    ...entered,
    contentDigest: contentDigest(entered.content),
    submittedBy: actor.id,
    submittedAt: now,
    statusSince: now,
    overdueTold: false,
    collegeDecidedBy: null,
    claim: null,
  };
  return accept({ type: 'SECTION_SUBMITTED', version });
}
