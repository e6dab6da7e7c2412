import { usePunctuation } from '../text/punctuation.ts';
import { useBilingual } from '../text/words.ts';
import type { ChangedLine } from './changed-since.ts';
import { useConfirmationWords } from './words.ts';

/** Field by field what was there and what is there now; told by words, not by colour alone. */
export function ChangeList({ changes }: { readonly changes: readonly ChangedLine[] }) {
  const say = useConfirmationWords();
  const { colon } = usePunctuation();
  const inWords = useBilingual();
  return (
    <ul className="changes">
      {changes.map(({ part, field, words, before, after }) => (
        <li key={`${part}.${field}`}>
          <strong>
            {say(part)}
            {colon}
            {inWords(words)}
          </strong>
          <span>
            {say('before')} <del>{before ? inWords(before) : say('empty')}</del>
          </span>
          <span>
            {say('after')} <ins>{after ? inWords(after) : say('empty')}</ins>
          </span>
        </li>
      ))}
    </ul>
  );
}
