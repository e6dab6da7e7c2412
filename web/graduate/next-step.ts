import type { OwnGraduate } from './own-graduate.ts';
import { sections } from './sections.ts';

type Words = 'nextCheck' | `next${(typeof sections)[number]}` | 'nextReturned' | 'nextWait' | 'nextConfirm' | 'nextGrant' | 'nextDone';
interface NextStep { readonly words: Words; readonly to: string | null }

/** What to do next and what else may be done already, read off the states and locks that the server gives; `to` is null where there is nothing to open. */
export function nextSteps({ basicCheck, sections: records, confirmation, grants, allowedActions }: OwnGraduate): readonly NextStep[] {
  const may = (action: string, target: string | null = null): boolean => allowedActions.some((entry) => entry.action === action && entry.target === target && entry.allowed);
  if (basicCheck === 'PENDING') return [{ words: 'nextCheck', to: 'basic' }];
  const returned = sections.find((section) => records[section].latest?.status === 'RETURNED');
  if (returned) return [{ words: 'nextReturned', to: returned.toLowerCase() }];
  if (confirmation.status === 'CONFIRMED') return [grants.grants.some(({ status }) => status === 'ACTIVE') ? { words: 'nextDone', to: null } : { words: 'nextGrant', to: 'grants' }];
  // A section that comes after the confirmation would undo it.
  const missing = sections.find((section) => may('SUBMIT_SECTION', section) && ['EMPTY', 'WITHDRAWN'].includes(records[section].status));
  const steps: readonly NextStep[] = [...(missing ? [{ words: `next${missing}` as const, to: missing.toLowerCase() }] : []), ...(may('CONFIRM') ? [{ words: 'nextConfirm' as const, to: 'confirmation' }] : [])];
  return steps.length > 0 ? steps : [{ words: 'nextWait', to: null }];
}
