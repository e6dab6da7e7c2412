import { fieldWords } from '../../domain/registration/field-words.ts';
import type { OwnGraduate } from '../graduate/own-graduate.ts';
import { inShanghai } from '../text/in-shanghai.ts';
import { usePunctuation } from '../text/punctuation.ts';
import { useBilingual } from '../text/words.ts';
import { useConfirmationWords } from './words.ts';

/** 登记确认记录 (R22): what it came to each time and why; of a dispute the fields and the words. */
export function ConfirmationHistory({ history }: { readonly history: OwnGraduate['confirmation']['history'] }) {
  const say = useConfirmationWords();
  const { list, colon } = usePunctuation();
  const inWords = useBilingual();
  if (history.length === 0) return null;
  return (
    <section className="card" aria-labelledby="history">
      <h2 id="history">{say('history')}</h2>
      <ol className="timeline">
        {history.map(({ status, cause, at, disputeText, disputeFields }) => (
          <li key={`${at} ${status}`}>
            <strong>{say(status)}</strong>{' '}
            <time className="soft" dateTime={at}>
              {inShanghai(at)}
            </time>
            <br />
            {say(cause)}
            {disputeText !== null && (
              <>
                <br />
                {disputeFields.map((name) => inWords(fieldWords(name))).join(list)}
                {colon}
                {disputeText}
              </>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
