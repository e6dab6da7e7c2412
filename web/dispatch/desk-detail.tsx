import { useQuery } from '@tanstack/react-query';
import { mayDo, type Me } from '../access/me.ts';
import { Failure } from '../app/failure.tsx';
import { Loading } from '../app/loading.tsx';
import { answerOf, api } from '../http/client.ts';
import { carriers } from '../../domain/dispatch/carriers.ts';
import { DownloadButton } from '../lists/download-button.tsx';
import { shortMoment } from '../lists/short-moment.ts';
import { usePunctuation } from '../text/punctuation.ts';
import { useBilingual } from '../text/words.ts';
import { RecordDispatch } from './desk-record.tsx';
import { StatusTag } from './desk-status.tsx';
import { useDeskFileWords } from './desk-words.ts';

/** One file: what its papers say, what was reported, and what may be recorded. */
export function DispatchDetail({ dispatchId, me }: { readonly dispatchId: string; readonly me: Me }) {
  const say = useDeskFileWords();
  const { list, colon } = usePunctuation();
  const inWords = useBilingual();
  const {
    data: file,
    error,
    refetch,
  } = useQuery({
    queryKey: ['dispatches', 'one', dispatchId],
    queryFn: ({ signal }) => answerOf(api.GET('/api/dispatches/{dispatchId}', { params: { path: { dispatchId } }, signal })),
  });
  if (error) return <Failure part error={error} onRetry={() => void refetch()} />;
  if (!file) return <Loading />;
  const { target, office, report, serial } = file;
  const facts: readonly (readonly [string, string | null | undefined])[] = [
    [say('name'), `${file.name} · ${file.studentNo}`],
    [say('serial'), serial],
    [say('unit'), file.unitName],
    [say('address'), target && [target.address, target.postcode, target.contact, target.phone].filter(Boolean).join(' · ')],
    [say('office'), office && `${office.handler} · ${office.phone}`],
    [say('volumes'), String(file.volumes)],
    [say('checklist'), file.checklist.map(({ item, count }) => `${item} × ${count}`).join(list)],
    [say('carrier'), file.carrier && inWords(carriers.get(file.carrier))],
    [say('tracking'), file.trackingNumber],
    [say('sentAt'), file.sentAt && shortMoment(file.sentAt.at)],
    [say('report'), report && `${shortMoment(report.at.at)} · ${report.name} · ${report.phone}`],
    [say('arrivedOn'), file.arrivedOn],
    [say('keptUntil'), file.keptUntil],
    [say('note'), file.note],
  ];
  return (
    <>
      <p aria-live="polite">
        <StatusTag of={file} />
      </p>
      {file.needsAttention && (
        <p className="note">
          {say('next')}
          {colon}
          {file.needsAttention.next.map((one) => say(one)).join(' / ')}
        </p>
      )}
      <dl className="facts">
        {facts.map(
          ([label, value]) =>
            value && (
              <div key={label} style={{ display: 'contents' }}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
      </dl>
      {report?.photograph && (
        <img className="receipt-photograph" src={`/api/dispatches/${dispatchId}/photograph`} alt={say('photograph')} />
      )}
      {serial !== null && (
        <div className="actions" role="group" aria-label={say('papers')}>
          <DownloadButton path={`/api/dispatches/${dispatchId}/notice`}>{say('notice')}</DownloadButton>
          {mayDo(me, { resource: 'dispatch', action: 'print' }) &&
            (['slip', 'receipt'] as const).map((paper) => (
              <DownloadButton key={paper} path={`/api/dispatches/${dispatchId}/papers/${paper}`}>
                {say(paper)}
              </DownloadButton>
            ))}
        </div>
      )}
      {mayDo(me, { resource: 'dispatch', action: 'record' }) && <RecordDispatch file={file} />}
    </>
  );
}
