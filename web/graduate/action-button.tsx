import type { ReactNode } from 'react';
import { useId } from 'react';
import { useBilingual } from '../text/words.ts';
import { useAppWords } from '../app/words.ts';
import type { AllowedAction } from './own-graduate.ts';

interface Props {
  readonly actions: readonly AllowedAction[];
  readonly action: string;
  readonly target?: string;
  readonly busy?: boolean;
  readonly onPress: () => void;
  readonly children: ReactNode;
}

/** A button as the server allows it: one that is locked says why, with the clause, and stays readable for everybody. */
export function ActionButton({ actions, action, target, busy = false, onPress, children }: Props) {
  const inWords = useBilingual();
  const say = useAppWords();
  const reasonId = useId();
  const found = actions.find((candidate) => candidate.action === action && (target === undefined || candidate.target === target));
  const lock = found?.lock ?? undefined;
  return (
    <>
      <button
        type="button"
        className="button"
        aria-disabled={lock !== undefined || busy}
        aria-describedby={lock ? reasonId : undefined}
        onClick={() => {
          if (!lock && !busy) onPress();
        }}
      >
        {children}
      </button>
      {lock && (
        <p className="soft" id={reasonId}>
          {inWords(lock.words)}
          {lock.clause !== null && ` (${say('clause')} ${lock.clause})`}
        </p>
      )}
    </>
  );
}
