import { useId } from 'react';
import { Link } from 'react-router';
import { useAppWords } from '../app/words.ts';
import { useBilingual } from '../text/words.ts';
import { GrantForm, type IssueProps } from './grant-form.tsx';
import { useGrantWords } from './words.ts';

/** What a kind stands at, and the form, or why there is none (R30, R35). */
export function IssueGrant(props: IssueProps) {
  const {
    graduate: { id, grants, allowedActions },
    kind,
  } = props;
  const say = useGrantWords();
  const app = useAppWords();
  const inWords = useBilingual();
  const headingId = useId();
  const lock = allowedActions.find(({ action, target }) => action === 'ISSUE_GRANT' && target === kind)?.lock;
  const status = grants.kinds.find((entry) => entry.kind === kind)?.status ?? 'UNAUTHORISED';
  return (
    <section className="card" aria-labelledby={headingId}>
      <h2 id={headingId}>{say(kind)}</h2>
      <p className="soft">
        {status === 'UNAUTHORISED' && (
          <>
            {say('none')}
            <br />
          </>
        )}
        {say('state', { state: say(status) })}
      </p>
      {lock ? (
        <p>
          {inWords(lock.words)}
          {lock.clause && ` (${app('clause')} ${lock.clause})`}{' '}
          {lock.code === 'NOT_CONFIRMED' && <Link to={`/me/${id}/confirmation`}>{say('toConfirm')}</Link>}
        </p>
      ) : (
        <GrantForm {...props} />
      )}
    </section>
  );
}
