import { useId, useState, type FormEvent } from 'react';
import { useLocation } from 'react-router';
import { useNow } from '../app/now.ts';
import { WriteState } from '../app/write-state.tsx';
import type { OwnGraduate } from '../graduate/own-graduate.ts';
import { answerOf, api } from '../http/client.ts';
import { useGraduateCommand } from '../http/command.ts';
import { useBilingual } from '../text/words.ts';
import { useAppWords } from '../app/words.ts';
import { useGrantWords } from './words.ts';

type Kind = 'DOSSIER' | 'HUKOU';

/** The end date with what each is good for (R27, X25); identity proofing comes first (R26). */
export function IssueGrant({ graduate, kind }: { readonly graduate: OwnGraduate; readonly kind: Kind }) {
  const say = useGrantWords();
  const app = useAppWords();
  const inWords = useBilingual();
  const now = useNow();
  const headingId = useId();
  const { pathname } = useLocation();
  const { endDateChoices } = graduate.grants;
  const [endDate, setEndDate] = useState(endDateChoices[0]?.endDate ?? '');
  const issue = useGraduateCommand(graduate.id, (chosen: string, header) => answerOf(api.POST('/api/graduates/{id}/grants', { params: { path: { id: graduate.id }, header }, body: { kind, endDate: chosen } })));
  const lock = graduate.allowedActions.find(({ action, target }) => action === 'ISSUE_GRANT' && target === kind)?.lock;
  const { freshUntil } = graduate.proofing;
  const proofed = freshUntil !== null && Date.parse(freshUntil) > now;
  const send = (event: FormEvent) => { event.preventDefault(); issue.mutate(endDate); };
  const ownDate = endDateChoices.every((choice) => choice.endDate !== endDate);
  return <section className="card" aria-labelledby={headingId}>
    <h2 id={headingId}>{say(kind)}</h2>
    {lock ? <p className="soft">{inWords(lock.words)}{lock.clause && ` (${app('clause')} ${lock.clause})`}</p> : <form onSubmit={send}>
      <fieldset className="end-dates"><legend>{say('until')}</legend>
        {endDateChoices.map((choice) => <label key={choice.choice}><input type="radio" name={`${kind}-end`} checked={endDate === choice.endDate} onChange={() => setEndDate(choice.endDate)} /> <span>{inWords(choice.words)}<br /><span className="soft">{choice.endDate}</span></span></label>)}
        <label><input type="radio" name={`${kind}-end`} checked={ownDate} onChange={() => setEndDate('')} /> <span>{say('otherDate')} <input type="date" aria-label={say('otherDate')} value={ownDate ? endDate : ''} max={endDateChoices.at(-1)?.endDate} onChange={({ target }) => setEndDate(target.value)} /></span></label>
      </fieldset>
      {proofed ? <><p className="soft">✓ {say('proofed')}</p><button className="button" disabled={issue.isPending || endDate === ''}>{say('issue', { kind: say(kind) })}</button></>
        : <><p className="soft">{say('proofHelp')}</p><a className="button" href={`/auth/proof?returnTo=${encodeURIComponent(pathname)}`}>{say('proof')}</a></>}
      <WriteState of={issue} />
    </form>}
  </section>;
}
