import type { components } from '../../generated/openapi.ts';
import { usePunctuation } from '../text/punctuation.ts';
import { useBilingual } from '../text/words.ts';
import { Dialog } from './dialog.tsx';
import { useListWords } from './words.ts';

const marks = { DONE: 'good', SKIPPED: 'bad', PENDING: 'plain' } as const;

/** What became of each of many: done, or skipped and why. */
export function Outcomes({
  reply,
  names,
  onClose,
}: {
  readonly reply: components['schemas']['BulkReply'];
  readonly names: ReadonlyMap<string, string>;
  readonly onClose: () => void;
}) {
  const say = useListWords();
  const { colon } = usePunctuation();
  const inWords = useBilingual();
  return (
    <Dialog title={say('outcomes')} onClose={onClose}>
      <p role="status">{say('outcomeCounts', { done: reply.done, skipped: reply.skipped, pending: reply.pending })}</p>
      <ul className="outcomes">
        {reply.items.map(({ target, status, words, clause }) => (
          <li key={target}>
            <span className={`tag ${marks[status]}`}>{say(status)}</span> {names.get(target)}
            {words && `${colon}${inWords(words)}`}
            {clause !== null && ` (${say('clause')} ${clause})`}
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
