import { useQuery } from '@tanstack/react-query';
import { Failure } from '../app/failure.tsx';
import { Loading } from '../app/loading.tsx';
import { answerOf, api } from '../http/client.ts';
import { useOperationWords } from './words.ts';

const lookAgainMs = 10_000;

/** Components and what waits, looked at again by itself. */
export function HealthCards() {
  const say = useOperationWords();
  const { data, error, refetch } = useQuery({ queryKey: ['health'], queryFn: ({ signal }) => answerOf(api.GET('/api/operator/health', { signal })), refetchInterval: lookAgainMs });
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  return <section className="card" aria-label={say('health')}>
    <h2>{say('health')}</h2>
    <dl className="facts">
      {(['database', 'temporal'] as const).map((name) => <div key={name}><dt>{say(name)}</dt><dd><span className={`tag ${data[name] ? 'good' : 'bad'}`}>{say(data[name] ? 'up' : 'down')}</span></dd></div>)}
      {(['unfinishedCommands', 'undeliveredChanges', 'pendingMails', 'failedMails'] as const).map((name) => <div key={name}><dt>{say(name)}</dt><dd>{data[name]}</dd></div>)}
    </dl>
  </section>;
}
