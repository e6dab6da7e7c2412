import type { Roster } from './roster.ts';
import { useRosterWords } from './words.ts';
import './roster.css';

const steps = ['stepUpload', 'stepHeadings', 'stepMend', 'stepCommit', 'stepSections'] as const;

/** Which of the steps is at hand. */
function stepOf({ status, refusal, sections }: Roster): number {
  if (status === 'REFUSED') return refusal?.columns.length === 0 ? 0 : 1;
  if (status === 'UPLOADED' || status === 'VALIDATING') return 1;
  if (status === 'VALIDATED' || status === 'MENDED') return 2;
  return status === 'IMPORTED' && (sections.waiting > 0 || sections.decision !== null) ? 4 : 3;
}

export function RosterSteps({ roster }: { readonly roster: Roster }) {
  const say = useRosterWords();
  const now = stepOf(roster);
  return (
    <ol className="steps" aria-label={say('steps')}>
      {steps.map((step, index) => (
        <li key={step} className={index < now ? 'past' : undefined} aria-current={index === now ? 'step' : undefined}>
          {say(step)}
        </li>
      ))}
    </ol>
  );
}
