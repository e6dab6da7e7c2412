import { Link, useOutletContext } from 'react-router';
import type { ExceptionScope } from '../../domain/registration/exceptions.ts';
import { mayDo, type Me } from '../access/me.ts';
import { useRecordWords } from '../graduate/record-words.ts';
import type { StaffGraduate } from '../graduate/staff-graduate.ts';
import { usePunctuation } from '../text/punctuation.ts';
import { AskException } from './ask-exception.tsx';
import { shortMoment } from '../lists/short-moment.ts';
import { CloseOpening } from './close-opening.tsx';
import { OpenSection } from './open-section.tsx';

/** X7: what is open for a change beside the windows or is asked for, and what the school may do about it. */
export function ScopeTerms({ graduate, scope }: { readonly graduate: StaffGraduate; readonly scope: ExceptionScope }) {
  const say = useRecordWords();
  const { colon } = usePunctuation();
  const me = useOutletContext<Me>();
  const opening = graduate.openings.find(({ section }) => section === scope);
  const request = graduate.tickets.find(({ kind, status, fields }) => kind === 'OPENING' && status === 'OPEN' && fields.includes(scope));
  const exceptions = graduate.exceptions.filter((exception) => exception.scope === scope);
  const mayFollow = mayDo(me, { resource: 'exception', action: 'list' });
  return (
    <>
      {request && (
        <p className="notice warning">
          {say('openingAsked', { note: request.note })} <Link to="/desk/tickets?kind=OPENING">{say('toTickets')}</Link>
        </p>
      )}
      {opening && (
        <p className="notice">
          {say('opened', { until: opening.until.text })} {opening.reason} <CloseOpening graduate={graduate} opening={opening} />
        </p>
      )}
      {exceptions.map(({ id, status, until, answer }) => (
        <div key={id} className={status === 'REQUESTED' ? 'notice warning' : 'notice'}>
          <p>
            {say(status)}
            {until && `${colon}${say('opened', { until: until.text })}`}{' '}
            {answer && (
              <time className="soft" dateTime={answer.at.at}>
                {shortMoment(answer.at.at)}
              </time>
            )}{' '}
            {mayFollow && <Link to={`/desk/exceptions?status=${status}`}>{say('toExceptions')}</Link>}
          </p>
          {answer?.text && <p>{say('refusedBecause', { reason: answer.text })}</p>}
        </div>
      ))}
      {scope !== 'BASIC_INFORMATION' && <OpenSection graduate={graduate} section={scope} />}
      <AskException graduate={graduate} scope={scope} />
    </>
  );
}
