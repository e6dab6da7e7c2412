import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { WriteState } from '../app/write-state.tsx';
import { ActionButton } from '../graduate/action-button.tsx';
import type { OwnGraduate } from '../graduate/own-graduate.ts';
import { answerOf, api } from '../http/client.ts';
import { useGraduateCommand } from '../http/command.ts';
import { ProblemError } from '../http/problem.ts';
import { inShanghai } from '../text/in-shanghai.ts';
import { ChangeList } from './change-list.tsx';
import { changedSince, type ChangedLine } from './changed-since.ts';
import { ConfirmationHistory } from './confirmation-history.tsx';
import { DisputeForm } from './dispute-form.tsx';
import { RegistrationCards } from './registration-cards.tsx';
import { useConfirmationWords } from './words.ts';

/** The registration as it was seen, to be confirmed or disputed; one that has changed meanwhile is shown with its difference and asked about again. */
export function Confirmation({ graduate }: { readonly graduate: OwnGraduate }) {
  const say = useConfirmationWords();
  const cache = useQueryClient();
  const { id, confirmation, allowedActions } = graduate;
  const [seen, setSeen] = useState({ digest: confirmation.recordDigest, registration: confirmation.registration });
  const confirm = useGraduateCommand(id, (digest: string, header) =>
    answerOf(api.POST('/api/graduates/{id}/confirmation/confirm', { params: { path: { id }, header }, body: { digest } })),
  );
  const retract = useGraduateCommand(id, (_: null, header) =>
    answerOf(api.POST('/api/graduates/{id}/confirmation/retraction', { params: { path: { id }, header }, body: {} as never })),
  );
  const hasMoved = confirmation.recordDigest !== seen.digest;
  const moved = hasMoved ? changedSince(seen.registration, confirmation.registration) : [];
  const sinceConfirmed = confirmation.status === 'CONFIRMED' ? [] : (confirmation.lastConfirmed?.changes ?? []);
  const asksAgain = !hasMoved && confirmation.status !== 'CONFIRMED' && confirmation.status !== 'DISPUTED';
  const takeCurrent = (error: Error) => {
    if (error instanceof ProblemError && error.problem.code === 'RECORD_CHANGED' && error.problem.current)
      cache.setQueryData(['graduate', id], error.problem.current);
  };
  const goOn = () => {
    confirm.reset();
    setSeen({ digest: confirmation.recordDigest, registration: confirmation.registration });
  };
  const may = (name: string): boolean => allowedActions.some(({ action, allowed }) => action === name && allowed);
  return (
    <>
      <p className={confirmation.status === 'CONFIRMED' ? 'notice' : 'notice warning'} role="status">
        <strong>{say(confirmation.status)}</strong>
      </p>
      {confirmation.lastConfirmed && sinceConfirmed.length > 0 && (
        <section className="card" aria-labelledby="since">
          <h2 id="since">{say('since', { at: inShanghai(confirmation.lastConfirmed.at) })}</h2>
          <ChangeList changes={sinceConfirmed} />
        </section>
      )}
      <RegistrationCards parts={confirmation.registration} changes={[...moved, ...sinceConfirmed]} />
      {confirmation.reported && (
        <p className="soft">{say('reported', { at: confirmation.reported.on.text, source: say(confirmation.reported.source) })}</p>
      )}
      {hasMoved && <Moved changes={moved} onGoOn={goOn} />}
      {asksAgain && (
        <div className="confirm">
          <ActionButton
            actions={allowedActions}
            action="CONFIRM"
            busy={confirm.isPending}
            onPress={() => confirm.mutate(seen.digest, { onError: takeCurrent })}
          >
            {say('confirm')}
          </ActionButton>
        </div>
      )}
      {!hasMoved && <WriteState of={confirm} />}
      {may('RETRACT_DISPUTE') && (
        <p>
          <button type="button" className="button" disabled={retract.isPending} onClick={() => retract.mutate(null)}>
            {say('retract')}
          </button>
        </p>
      )}
      <WriteState of={retract} />
      {!hasMoved && <DisputeForm graduate={graduate} digest={seen.digest} onRefused={takeCurrent} />}
      <ConfirmationHistory history={confirmation.history} />
    </>
  );
}

function Moved({ changes, onGoOn }: { readonly changes: readonly ChangedLine[]; readonly onGoOn: () => void }) {
  const say = useConfirmationWords();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section className="notice warning" aria-labelledby="moved">
      <h2 id="moved" ref={heading} tabIndex={-1}>
        {say('changed')}
      </h2>
      <ChangeList changes={changes} />
      <button type="button" className="button" onClick={onGoOn}>
        {say('goOn')}
      </button>
    </section>
  );
}
