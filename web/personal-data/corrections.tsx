import { Link } from 'react-router';
import { fieldWords } from '../../domain/registration/field-words.ts';
import { useOwnGraduate } from '../graduate/own-graduate.ts';
import { inShanghai } from '../text/in-shanghai.ts';
import { usePunctuation } from '../text/punctuation.ts';
import { useBilingual } from '../text/words.ts';
import { usePersonalDataWords } from './words.ts';

/** Where each thing is corrected, and what became of what was asked for (R6, R7, X29). */
export function Corrections({ graduateId }: { readonly graduateId: string }) {
  const say = usePersonalDataWords();
  const { list, colon } = usePunctuation();
  const inWords = useBilingual();
  const { data } = useOwnGraduate(graduateId);
  return (
    <section className="card" aria-labelledby="corrections">
      <h2 id="corrections">{say('corrections')}</h2>
      <ul>
        <li>
          <Link to={`/me/${graduateId}/basic`}>{say('correctBasic')}</Link>
        </li>
        <li>
          <Link to={`/me/${graduateId}/confirmation`}>{say('correctRegistration')}</Link>
        </li>
        <li>{say('correctContact')}</li>
      </ul>
      {data?.tickets.map(({ id, status, fields, note, answer, openedAt }) => (
        <p key={id}>
          <strong>{say(status)}</strong>{' '}
          <time className="soft" dateTime={openedAt}>
            {inShanghai(openedAt)}
          </time>
          <br />
          {fields.map((field) => inWords(fieldWords(field))).join(list)}
          {colon}
          {note}
          {answer !== null && (
            <>
              <br />
              {say('answer', { answer })}
            </>
          )}
        </p>
      ))}
    </section>
  );
}
