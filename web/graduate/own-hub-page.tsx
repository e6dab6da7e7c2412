import { useParams } from 'react-router';
import { Failure } from '../app/failure.tsx';
import { Loading } from '../app/loading.tsx';
import { useTitle } from '../app/title.ts';
import { useBilingual } from '../text/words.ts';
import { useOwnGraduate } from './own-graduate.ts';
import { useGraduateWords } from './words.ts';

/** The five modules with their states and locks (R10–R13). */
export function Component() {
  const { graduateId = '' } = useParams();
  const say = useGraduateWords();
  const inWords = useBilingual();
  const graduate = useOwnGraduate(graduateId);
  useTitle(say('hub'));
  if (graduate.isPending) return <Loading />;
  if (!graduate.data) return <Failure error={graduate.error} onRetry={() => void graduate.refetch()} />;
  const { basic, school, cohort, modules } = graduate.data;
  return <>
    <h1>{basic.name}</h1>
    <p className="soft">{school.name} · {say('cohort', { cohort })}</p>
    <ul aria-label={say('modules')}>{modules.map(({ module, lock }) => <li key={module} className="card">
      <strong>{say(module)}</strong> {lock ? <span className="soft">{say('locked')}: {inWords(lock.words)}{lock.clause && ` (${lock.clause})`}</span> : <span>{say('open')}</span>}
    </li>)}</ul>
  </>;
}
