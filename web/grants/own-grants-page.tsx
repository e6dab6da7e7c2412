import { useEffect, useRef } from 'react';
import { useParams } from 'react-router';
import { Failure } from '../app/failure.tsx';
import { Loading } from '../app/loading.tsx';
import { useTitle } from '../app/title.ts';
import { BackToHub } from '../graduate/back-to-hub.tsx';
import { useOwnGraduate, type OwnGraduate } from '../graduate/own-graduate.ts';
import { useRecordNow } from '../graduate/record-now.ts';
import type { IssueProps } from './grant-form.tsx';
import { IssueGrant } from './issue-grant.tsx';
import { LiveGrant } from './live-grant.tsx';
import { Lookups } from './lookups.tsx';
import { useGrantWords } from './words.ts';
import './grants.css';

/** Verification numbers: granted after identity proofing, each with an end that the graduate chooses (R25–R35). */
export function Component() {
  const { graduateId = '' } = useParams();
  const say = useGrantWords();
  const graduate = useOwnGraduate(graduateId);
  const now = useRecordNow(graduate);
  useTitle(say('title'));
  const { data, refetch } = graduate;
  const isOver = data?.grants.grants.some(({ status, validUntil }) => status === 'ACTIVE' && Date.parse(validUntil.at) <= now) ?? false;
  useEffect(() => {
    if (isOver) void refetch();
  }, [isOver, refetch]);
  if (graduate.isPending) return <Loading />;
  if (!data) return <Failure error={graduate.error} onRetry={() => void refetch()} />;
  return (
    <>
      <BackToHub graduateId={graduateId} />
      <h1>{say('title')}</h1>
      <p className="soft">{say('lead')}</p>
      <Grants graduate={data} now={now} />
      <Lookups graduateId={graduateId} />
    </>
  );
}

function Grants({ graduate, now }: { readonly graduate: OwnGraduate; readonly now: number }) {
  const say = useGrantWords();
  const { grants } = graduate.grants;
  const former = grants.filter(({ status }) => status !== 'ACTIVE');
  return (
    <>
      {(['DOSSIER', 'HUKOU'] as const).map((kind) => (
        <OneKind key={kind} graduate={graduate} kind={kind} now={now} />
      ))}
      {former.length > 0 && (
        <details className="card">
          <summary>{say('former')}</summary>
          <ul>
            {former.map(({ id, kind, status, validUntil }) => (
              <li key={id}>
                {say(kind)} · {say(status)} · {say('validUntil', { until: validUntil.text })}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

/** The number, or the way to one. When one takes the place of the other, the focus that was in it goes with it. */
function OneKind({ graduate, kind, now }: IssueProps) {
  const place = useRef<HTMLDivElement>(null);
  const live = graduate.grants.grants.find((grant) => grant.kind === kind && grant.status === 'ACTIVE');
  const before = useRef(live?.id);
  useEffect(() => {
    if (before.current === live?.id) return;
    before.current = live?.id;
    if (document.activeElement === document.body) place.current?.focus();
  }, [live?.id]);
  return (
    <div ref={place} tabIndex={-1}>
      {live ? <LiveGrant graduateId={graduate.id} grant={live} now={now} /> : <IssueGrant graduate={graduate} kind={kind} now={now} />}
    </div>
  );
}
