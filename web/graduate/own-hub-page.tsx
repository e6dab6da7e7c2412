import { Link, useParams } from 'react-router';
import { Failure } from '../app/failure.tsx';
import { Loading } from '../app/loading.tsx';
import { useTitle } from '../app/title.ts';
import { usePunctuation } from '../text/punctuation.ts';
import { useBilingual } from '../text/words.ts';
import { nextSteps } from './next-step.ts';
import { useOwnGraduate, type OwnGraduate } from './own-graduate.ts';
import { useGraduateWords } from './words.ts';
import './hub.css';

/** The five modules with their states and locks (R10–R13), what to do next above them, the dates below. */
export function Component() {
  const { graduateId = '' } = useParams();
  const say = useGraduateWords();
  const graduate = useOwnGraduate(graduateId);
  useTitle(say('hub'));
  if (graduate.isPending) return <Loading />;
  if (!graduate.data) return <Failure error={graduate.error} onRetry={() => void graduate.refetch()} />;
  const { basic, school, cohort } = graduate.data;
  return (
    <>
      <h1>{basic.name}</h1>
      <p className="soft">
        {school.name} · {say('cohort', { cohort })}
      </p>
      <NextStep graduate={graduate.data} />
      <Modules graduate={graduate.data} />
      <Deadlines graduate={graduate.data} />
      <nav className="card" aria-label={say('more')}>
        <ul className="links">
          <li>
            <Link to="inbox">{say('inbox')}</Link>
          </li>
          <li>
            <Link to="dossier-file">{say('file')}</Link>
          </li>
          <li>
            <Link to="data">{say('data')}</Link>
          </li>
        </ul>
      </nav>
    </>
  );
}

function NextStep({ graduate }: { readonly graduate: OwnGraduate }) {
  const say = useGraduateWords();
  return (
    <section className="notice">
      <h2>{say('next')}</h2>
      {nextSteps(graduate).map(({ words, to }, index) =>
        to === null ? (
          <p key={words}>{say(words)}</p>
        ) : (
          <Link key={words} className={index === 0 ? 'button' : 'plain-button'} to={to}>
            {say(words)}
          </Link>
        ),
      )}
    </section>
  );
}

function Modules({ graduate }: { readonly graduate: OwnGraduate }) {
  const { colon } = usePunctuation();
  const say = useGraduateWords();
  const inWords = useBilingual();
  const { modules, basicCheck, sections, confirmation, grants } = graduate;
  const stateOf = (module: OwnGraduate['modules'][number]['module']): string => {
    if (module === 'CONFIRMATION') return say(confirmation.status);
    if (module === 'VERIFICATION') {
      const count = grants.grants.filter(({ status }) => status === 'ACTIVE').length;
      return count === 0 ? say('noNumbers') : say('live', { count });
    }
    return say(`section${sections[module].status}` as 'sectionEMPTY');
  };
  return (
    <ul className="modules" aria-label={say('modules')}>
      <li>
        <Link to="basic" className="card">
          <strong>{say('basic')}</strong>
          <span>{say(`basic${basicCheck}`)}</span>
        </Link>
      </li>
      {modules.map(({ module, lock }) => (
        <li key={module}>
          <Link to={addressOf[module]} className={lock ? 'card locked' : 'card'}>
            <strong>{say(module)}</strong>
            <span>{stateOf(module)}</span>
            {lock && (
              <span className="soft">
                {say('locked')}
                {colon}
                {inWords(lock.words)}
                {lock.clause && ` (${lock.clause})`}
              </span>
            )}
          </Link>
        </li>
      ))}
    </ul>
  );
}

const addressOf = {
  DESTINATION: 'destination',
  DOSSIER: 'dossier',
  HUKOU: 'hukou',
  CONFIRMATION: 'confirmation',
  VERIFICATION: 'grants',
} as const;
const dates = ['registrationClosesAt', 'dossierClosesAt', 'confirmationClosesAt', 'departureAt', 'cutoffAt', 'verificationEndsAt'] as const;

function Deadlines({ graduate: { deadlines } }: { readonly graduate: OwnGraduate }) {
  const say = useGraduateWords();
  return (
    <section className="card">
      <h2>{say('deadlines')}</h2>
      <dl className="facts">
        {dates.map((name) => {
          const moment = deadlines[name];
          return (
            moment && (
              <div key={name}>
                <dt>{say(name)}</dt>
                <dd>
                  <time dateTime={moment.at}>{moment.text}</time>
                </dd>
              </div>
            )
          );
        })}
      </dl>
    </section>
  );
}
