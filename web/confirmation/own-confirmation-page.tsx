import { useParams } from 'react-router';
import { Failure } from '../app/failure.tsx';
import { Loading } from '../app/loading.tsx';
import { useTitle } from '../app/title.ts';
import { WriteState } from '../app/write-state.tsx';
import { ActionButton } from '../graduate/action-button.tsx';
import { BackToHub } from '../graduate/back-to-hub.tsx';
import { useOwnGraduate, type OwnGraduate } from '../graduate/own-graduate.ts';
import { answerOf, api } from '../http/client.ts';
import { useGraduateCommand } from '../http/command.ts';
import { ProblemError } from '../http/problem.ts';
import { ContentList } from '../registration/content-list.tsx';
import { DisputeForm } from './dispute-form.tsx';
import { useConfirmationWords } from './words.ts';

const sections = ['DESTINATION', 'DOSSIER', 'HUKOU'] as const;

/** The whole registration as it stands, to be confirmed or disputed as it was seen (R21–R23). */
export function Component() {
  const { graduateId = '' } = useParams();
  const say = useConfirmationWords();
  const graduate = useOwnGraduate(graduateId);
  useTitle(say('title'));
  if (graduate.isPending) return <Loading />;
  if (!graduate.data) return <Failure error={graduate.error} onRetry={() => void graduate.refetch()} />;
  return <>
    <BackToHub graduateId={graduateId} />
    <h1>{say('title')}</h1>
    <Confirmation graduate={graduate.data} />
  </>;
}

function Confirmation({ graduate }: { readonly graduate: OwnGraduate }) {
  const say = useConfirmationWords();
  const { id, confirmation, allowedActions } = graduate;
  const confirm = useGraduateCommand(id, (digest: string, header) => answerOf(api.POST('/api/graduates/{id}/confirmation/confirm', { params: { path: { id }, header }, body: { digest } })));
  const retract = useGraduateCommand(id, (_: null, header) => answerOf(api.POST('/api/graduates/{id}/confirmation/retraction', { params: { path: { id }, header }, body: {} as never })));
  const hasMoved = confirm.error instanceof ProblemError && confirm.error.problem.code === 'RECORD_CHANGED';
  const mayRetract = allowedActions.some(({ action, allowed }) => action === 'RETRACT_DISPUTE' && allowed);
  return <>
    <p className={confirmation.status === 'CONFIRMED' ? 'notice' : 'notice warning'} role="status"><strong>{say(confirmation.status)}</strong></p>
    {sections.map((section) => {
      const { current } = graduate.sections[section];
      return <section className="card" key={section}><h2>{say(section)}</h2>{current ? <ContentList section={section} content={current.content} /> : <p className="soft">{say('missing')}</p>}</section>;
    })}
    {confirmation.reported && <p className="soft">{say('reported', { at: confirmation.reported.on.text })}</p>}
    {hasMoved && <p className="notice warning" role="alert">{say('changed')}</p>}
    {confirmation.status !== 'CONFIRMED' && <p><ActionButton actions={allowedActions} action="CONFIRM" busy={confirm.isPending} onPress={() => confirm.mutate(confirmation.recordDigest)}>{say('confirm')}</ActionButton></p>}
    {!hasMoved && <WriteState of={confirm} />}
    {mayRetract && <p><button type="button" className="button" disabled={retract.isPending} onClick={() => retract.mutate(null)}>{say('retract')}</button></p>}
    <WriteState of={retract} />
    <DisputeForm graduate={graduate} />
    {confirmation.history.length > 0 && <section className="card"><h2>{say('history')}</h2><ul>{confirmation.history.map(({ status, at, disputeText }) => <li key={at}>
      <time dateTime={at}>{new Date(at).toLocaleString(document.documentElement.lang, { timeZone: 'Asia/Shanghai' })}</time> {say(status)} {disputeText}
    </li>)}</ul></section>}
  </>;
}
