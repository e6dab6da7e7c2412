import { useQuery } from '@tanstack/react-query';
import { Failure } from '../app/failure.tsx';
import { Loading } from '../app/loading.tsx';
import { answerOf, api } from '../http/client.ts';
import { useOperationWords } from './words.ts';

const lookAgainMs = 10_000;
const backlogs = ['unfinishedCommands', 'undeliveredChanges', 'pendingMails', 'failedMails'] as const;

export function HealthFigures() {
  const say = useOperationWords();
  const health = useQuery({
    queryKey: ['health'],
    queryFn: ({ signal }) => answerOf(api.GET('/api/operator/health', { signal })),
    refetchInterval: lookAgainMs,
  });
  if (health.isPending) return <Loading />;
  if (!health.data) return <Failure part error={health.error} onRetry={() => void health.refetch()} />;
  const { data } = health;
  return (
    <section className="card">
      <h2>{say('components')}</h2>
      <dl className="facts pairs">
        {(['database', 'temporal'] as const).map((name) => (
          <div key={name}>
            <dt>{say(name)}</dt>
            <dd>{data[name] ? `✓ ${say('up')}` : <strong>✗ {say('down')}</strong>}</dd>
          </div>
        ))}
        {backlogs.map((name) => (
          <div key={name}>
            <dt>{say(name)}</dt>
            <dd>{data[name]}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
