import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import type { components } from '../../generated/openapi.ts';
import { PrintQuery } from '../../domain/print-batches/print-batch.ts';
import { WriteState } from '../app/write-state.tsx';
import { answerOf, api } from '../http/client.ts';
import { useCommand } from '../http/command.ts';
import { DownloadButton } from '../lists/download-button.tsx';
import { ProgressLine } from '../lists/progress-line.tsx';
import { shortMoment } from '../lists/short-moment.ts';
import { usePunctuation } from '../text/punctuation.ts';
import { usePrintBatchWords } from './words.ts';

const lookAgainMs = 1_500;

/** What was asked for, how far it is, and what may be done with it. */
export function BatchLine({
  batch: { id, status, query, requestedAt, expiresAt, sizeBytes },
  onSkips,
}: {
  readonly batch: components['schemas']['PrintBatchItem'];
  readonly onSkips: () => void;
}) {
  const say = usePrintBatchWords();
  const { list } = usePunctuation();
  const cache = useQueryClient();
  const path = { printBatchId: id };
  // Once over it is asked for once more, and then stays as it is.
  const { data: progress } = useQuery({
    queryKey: ['print-batches', 'progress', id, status],
    staleTime: status === 'RUNNING' ? 0 : Infinity,
    placeholderData: keepPreviousData,
    refetchInterval: status === 'RUNNING' && lookAgainMs,
    queryFn: ({ signal }) => answerOf(api.GET('/api/print-batches/{printBatchId}', { params: { path }, signal })),
  });
  const again = () => void cache.invalidateQueries({ queryKey: ['print-batches'] });
  const cancel = useCommand(
    (_: null, headers) => answerOf(api.POST('/api/print-batches/{printBatchId}/cancellation', { params: { path }, body: {}, headers })),
    again,
  );
  const resume = useCommand(
    (_: null, headers) => answerOf(api.POST('/api/print-batches/{printBatchId}/resumption', { params: { path }, body: {}, headers })),
    again,
  );
  const asked = PrintQuery.parse(query);
  const at = shortMoment(requestedAt);
  const { papers = 0, done = 0, printed = 0, skipped = 0 } = progress ?? {};
  const isRunning = status === 'RUNNING';
  const counts = papers > 0 ? say('counts', { done, of: papers, printed, skipped }) : isRunning ? say('planning') : '';
  const label = [
    at,
    asked.of === 'STATEMENTS'
      ? [asked.kind, asked.rendering]
          .filter((one) => one !== 'zh')
          .map((one) => say(one))
          .join(' ')
      : asked.papers.map((paper) => say(paper)).join(list),
    say(asked.form),
    [asked.cohort, asked.className].filter(Boolean).join(' '),
    say(status),
    counts,
    status === 'READY' && sizeBytes === 0 ? say('nothing') : '',
    status === 'READY' && sizeBytes !== 0 && expiresAt !== null ? say('until', { until: shortMoment(expiresAt) }) : '',
  ]
    .filter(Boolean)
    .join(' · ');
  return (
    <>
      {isRunning || status === 'CANCELLED' ? (
        <ProgressLine label={label} done={done} of={isRunning ? papers : Math.max(papers, 1)} />
      ) : (
        <p>{label}</p>
      )}
      <div className="actions">
        {isRunning && (
          <button
            type="button"
            className="plain-button"
            aria-label={say('cancelOne', { at })}
            disabled={cancel.isPending}
            onClick={() => cancel.mutate(null)}
          >
            {say('cancel')}
          </button>
        )}
        {status === 'CANCELLED' && (
          <>
            <button
              type="button"
              className="plain-button"
              aria-label={say('resumeOne', { at })}
              disabled={resume.isPending}
              onClick={() => resume.mutate(null)}
            >
              {say('resume')}
            </button>{' '}
            <span className="soft">{say('resumeHelp')}</span>
          </>
        )}
        {status === 'READY' && sizeBytes !== 0 && <DownloadButton path={`/api/print-batches/${id}/file`}>{say('download')}</DownloadButton>}
        {skipped > 0 && (
          <button type="button" className="link-button" onClick={onSkips}>
            {say('skips')}
          </button>
        )}
      </div>
      <WriteState of={cancel} />
      <WriteState of={resume} />
    </>
  );
}
