import type { OwnGraduate } from './own-graduate.ts';
import { sections } from './sections.ts';

type Words = 'nextCheck' | 'nextRegister' | 'nextReturned' | 'nextWait' | 'nextConfirm' | 'nextGrant' | 'nextDone';

/** What to do next, read off the states and locks that the server gives; null where there is nothing to open. */
export function nextStep({ basicCheck, sections: records, confirmation, grants, allowedActions }: OwnGraduate): { readonly words: Words; readonly to: string | null } {
  const may = (action: string, target: string | null = null): boolean => allowedActions.some((entry) => entry.action === action && entry.target === target && entry.allowed);
  if (basicCheck === 'PENDING') return { words: 'nextCheck', to: 'basic' };
  const returned = sections.find((section) => records[section].latest?.status === 'RETURNED');
  if (returned) return { words: 'nextReturned', to: returned.toLowerCase() };
  if (confirmation.status === 'NOT_REPORTED' && may('SUBMIT_SECTION', 'DESTINATION')) return { words: 'nextRegister', to: 'destination' };
  if (may('CONFIRM')) return { words: 'nextConfirm', to: 'confirmation' };
  if (confirmation.status === 'CONFIRMED') return grants.grants.some(({ status }) => status === 'ACTIVE') ? { words: 'nextDone', to: null } : { words: 'nextGrant', to: 'grants' };
  return { words: 'nextWait', to: null };
}
