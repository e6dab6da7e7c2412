import { usePunctuation } from '../text/punctuation.ts';
import { useBilingual } from '../text/words.ts';
import type { Roster } from './roster.ts';
import { useRosterWords } from './words.ts';

/** Why the file as a whole could not be read, and what helps. */
export function Refusal({ roster: { refusal } }: { readonly roster: Roster }) {
  const say = useRosterWords();
  const { list } = usePunctuation();
  const inWords = useBilingual();
  if (!refusal) return null;
  return (
    <div className="write-state refused" role="alert">
      <p>
        <strong>{inWords(refusal.words)}</strong> {refusal.columns.length > 0 && say('columns', { columns: refusal.columns.join(list) })}
      </p>
      <p>{say('uploadAgain')}</p>
    </div>
  );
}
