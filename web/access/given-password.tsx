import type { components } from '../../generated/openapi.ts';
import { shortMoment } from '../lists/short-moment.ts';
import { usePunctuation } from '../text/punctuation.ts';
import { useStaffWords } from './staff-words.ts';

/** The only sight of a one-time password; it is nowhere else. */
export function GivenPassword({
  given: { signInName, oneTimePassword, validUntil },
}: {
  readonly given: components['schemas']['GivenPassword'];
}) {
  const say = useStaffWords();
  const { colon } = usePunctuation();
  return (
    <div className="note" role="status">
      <p>{say('givenHelp', { name: signInName, until: shortMoment(validUntil) })}</p>
      <p>
        {say('given')}
        {colon}
        <code className="number">{oneTimePassword}</code>
      </p>
    </div>
  );
}
