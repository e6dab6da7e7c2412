import type { OwnGraduate } from './own-graduate.ts';
import { sections } from './sections.ts';

type Words =
  'nextCheck' | `next${(typeof sections)[number]}` | 'nextReturned' | 'nextWait' | 'nextConfirm' | 'nextGrant' | 'nextGranted' | 'nextDone';
interface NextStep {
  readonly words: Words;
  readonly to: string | null;
}

/** What to do next and what else may be done already, read off the states and locks that the server gives; `to` is null where there is nothing to open. */
export function nextSteps({ basicCheck, sections: records, confirmation, grants, allowedActions }: OwnGraduate): readonly NextStep[] {
  const may = (action: string, target: string | null = null): boolean =>
    allowedActions.some((entry) => entry.action === action && entry.target === target && entry.allowed);
  if (basicCheck === 'PENDING') return [{ words: 'nextCheck', to: 'basic' }];
  const returned = sections.find((section) => records[section].latest?.status === 'RETURNED');
  if (returned) return [{ words: 'nextReturned', to: returned.toLowerCase() }];
  const missing = sections.find((section) => may('SUBMIT_SECTION', section) && ['EMPTY', 'WITHDRAWN'].includes(records[section].status));
  const register: readonly NextStep[] = missing ? [{ words: `next${missing}`, to: missing.toLowerCase() }] : [];
  if (confirmation.status === 'CONFIRMED')
    return [
      grants.grants.some(({ status }) => status === 'ACTIVE')
        ? { words: missing ? 'nextGranted' : 'nextDone', to: null }
        : { words: 'nextGrant', to: 'grants' },
      ...register,
    ];
  // A section that comes after the confirmation undoes it, so it comes first.
  const steps: readonly NextStep[] = [...register, ...(may('CONFIRM') ? [{ words: 'nextConfirm', to: 'confirmation' } as const] : [])];
  return steps.length > 0 ? steps : [{ words: 'nextWait', to: null }];
}
