import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { Failure } from '../app/failure.tsx';
import { Loading } from '../app/loading.tsx';
import { useTitle } from '../app/title.ts';
import { BackToHub } from '../graduate/back-to-hub.tsx';
import { answerOf, api } from '../http/client.ts';
import { useFileWords } from './words.ts';

/** One timeline: left the school on …, with …, received by … on … (R64). */
export function Component() {
  const { graduateId = '' } = useParams();
  const say = useFileWords();
  const timeline = useQuery({
    queryKey: ['dispatch', graduateId],
    queryFn: ({ signal }) => answerOf(api.GET('/api/graduates/{id}/dispatch', { params: { path: { id: graduateId } }, signal })),
  });
  useTitle(say('title'));
  if (timeline.isPending) return <Loading />;
  if (!timeline.data) return <Failure error={timeline.error} onRetry={() => void timeline.refetch()} />;
  const { dispatches } = timeline.data;
  return (
    <>
      <BackToHub graduateId={graduateId} />
      <h1>{say('title')}</h1>
      {dispatches.length === 0 && <p className="card soft">{say('none')}</p>}
      {dispatches.toReversed().map(({ id, serial, unitName, carrier, trackingNumber, keptUntil, steps }) => (
        <section key={id} className="card">
          <dl className="facts">
            {unitName && (
              <div>
                <dt>{say('to')}</dt>
                <dd>{unitName}</dd>
              </div>
            )}
            {serial && (
              <div>
                <dt>{say('serial')}</dt>
                <dd>{serial}</dd>
              </div>
            )}
            {trackingNumber && (
              <div>
                <dt>{say('tracking')}</dt>
                <dd>
                  {carrier} {trackingNumber}
                </dd>
              </div>
            )}
            {keptUntil && (
              <div>
                <dt>{say('keptUntil')}</dt>
                <dd>{keptUntil}</dd>
              </div>
            )}
          </dl>
          <h2>{say('steps')}</h2>
          <ol>
            {steps.map(({ status, at }) => (
              <li key={`${status} ${at.at}`}>
                <time dateTime={at.at}>{at.text}</time> {say(status)}
              </li>
            ))}
          </ol>
          {keptUntil === null && (
            <p>
              <a href={`/api/dispatches/${id}/notice`} download>
                {say('notice')}
              </a>
            </p>
          )}
        </section>
      ))}
    </>
  );
}
