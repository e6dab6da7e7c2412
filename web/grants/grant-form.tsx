import type { FormEvent } from 'react';
import { useLocation } from 'react-router';
import { WriteState } from '../app/write-state.tsx';
import type { OwnGraduate } from '../graduate/own-graduate.ts';
import { answerOf, api } from '../http/client.ts';
import { useGraduateCommand } from '../http/command.ts';
import { useDraft } from '../http/draft.ts';
import { useBilingual } from '../text/words.ts';
import { useGrantWords } from './words.ts';

export interface IssueProps {
  readonly graduate: OwnGraduate;
  readonly kind: 'DOSSIER' | 'HUKOU';
  readonly now: number;
}

/** The end date with what each is good for (R27, X25), kept while the person is away for identity proofing (R26). */
export function GrantForm({
  graduate: {
    id,
    asOf,
    grants: { endDateChoices },
    deadlines,
    proofing,
  },
  kind,
  now,
}: IssueProps) {
  const say = useGrantWords();
  const inWords = useBilingual();
  const { pathname } = useLocation();
  const { value: chosen, change, forget } = useDraft(`grant:${id}:${kind}`, { own: false, endDate: endDateChoices[0]?.endDate ?? '' });
  const issue = useGraduateCommand(
    id,
    (endDate: string, header) =>
      answerOf(api.POST('/api/graduates/{id}/grants', { params: { path: { id }, header }, body: { kind, endDate } })),
    forget,
  );
  const proofed = proofing.freshUntil !== null && Date.parse(proofing.freshUntil) > now;
  const send = (event: FormEvent) => {
    event.preventDefault();
    issue.mutate(chosen.endDate);
  };
  const setOwn = (endDate: string) => change({ own: true, endDate });
  return (
    <form onSubmit={send}>
      <fieldset className="end-dates">
        <legend>{say('until')}</legend>
        {endDateChoices.map(({ choice, endDate, words }) => (
          <label key={choice}>
            <input
              type="radio"
              name={`${kind}-end`}
              checked={!chosen.own && chosen.endDate === endDate}
              onChange={() => change({ own: false, endDate })}
            />{' '}
            <span>
              {inWords(words)}
              <br />
              <span className="soft">{endDate}</span>
            </span>
          </label>
        ))}
        <label>
          <input type="radio" name={`${kind}-end`} checked={chosen.own} onChange={() => setOwn('')} /> <span>{say('otherDate')}</span>
        </label>
        {chosen.own && (
          <input
            type="date"
            aria-label={say('otherDate')}
            required
            value={chosen.endDate}
            min={shanghaiDay(asOf)}
            max={deadlines.verificationEndsAt.text.slice(0, 10)}
            onChange={({ target }) => setOwn(target.value)}
          />
        )}
      </fieldset>
      {proofed ? (
        <>
          <p className="soft">✓ {say('proofed')}</p>
          <button className="button" disabled={issue.isPending || chosen.endDate === ''}>
            {say('issue', { kind: say(kind) })}
          </button>
        </>
      ) : (
        <>
          <p className="soft">{say('proofHelp')}</p>
          <a className="button" href={`/auth/proof?returnTo=${encodeURIComponent(pathname)}`} onClick={() => change(chosen)}>
            {say('proof')}
          </a>
        </>
      )}
      <WriteState of={issue} />
    </form>
  );
}

/** yyyy-MM-dd, which is how Swedes write a day. */
const shanghaiDay = (at: string): string => new Date(at).toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' });
