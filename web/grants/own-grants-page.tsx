import { useParams } from 'react-router';
import { Failure } from '../app/failure.tsx';
import { Loading } from '../app/loading.tsx';
import { useTitle } from '../app/title.ts';
import { BackToHub } from '../graduate/back-to-hub.tsx';
import { useOwnGraduate, type OwnGraduate } from '../graduate/own-graduate.ts';
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
  useTitle(say('title'));
  if (graduate.isPending) return <Loading />;
  if (!graduate.data) return <Failure error={graduate.error} onRetry={() => void graduate.refetch()} />;
  return <>
    <BackToHub graduateId={graduateId} />
    <h1>{say('title')}</h1>
    <p className="soft">{say('lead')}</p>
    <Grants graduate={graduate.data} />
    <Lookups graduateId={graduateId} />
  </>;
}

function Grants({ graduate }: { readonly graduate: OwnGraduate }) {
  const say = useGrantWords();
  const { grants } = graduate.grants;
  const former = grants.filter(({ status }) => status !== 'ACTIVE');
  return <>
    {(['DOSSIER', 'HUKOU'] as const).map((kind) => {
      const live = grants.find((grant) => grant.kind === kind && grant.status === 'ACTIVE');
      return live ? <LiveGrant key={kind} graduate={graduate} grant={live} /> : <IssueGrant key={kind} graduate={graduate} kind={kind} />;
    })}
    {former.length > 0 && <details className="card"><summary>{say('former')}</summary><ul>{former.map(({ id, kind, status, validUntil }) => <li key={id}>{say(kind)} · {say(status)} · {say('validUntil', { until: validUntil.text })}</li>)}</ul></details>}
  </>;
}
