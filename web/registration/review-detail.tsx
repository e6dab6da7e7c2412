import { useState } from 'react';
import { Failure } from '../app/failure.tsx';
import { Loading } from '../app/loading.tsx';
import { useKeys } from '../app/use-keys.ts';
import { WriteState } from '../app/write-state.tsx';
import { useStaffGraduate } from '../graduate/staff-graduate.ts';
import { answerOf, api } from '../http/client.ts';
import { useCommand, useGraduateCommand } from '../http/command.ts';
import { statusOf } from '../http/problem.ts';
import { Dialog } from '../lists/dialog.tsx';
import { useBilingual } from '../text/words.ts';
import { useReviewWords } from './desk-words.ts';
import type { ReviewItem } from './review-item.ts';
import { ReturnForm, type ReturnWords } from './return-form.tsx';
import { ReviewContent, reviewedFields } from './review-content.tsx';
import { VersionHistory } from './version-history.tsx';

type Decision =
  { readonly decision: 'APPROVE'; readonly takeOver?: true } | ({ readonly decision: 'RETURN'; readonly takeOver?: true } & ReturnWords);

interface Props {
  readonly item: ReviewItem;
  readonly keysOn: boolean;
  readonly onDecided: (item: ReviewItem, decision: Decision['decision']) => void;
  readonly onClaimed: () => void;
  /** The queue is not what it was. */
  readonly onRefused: (item: ReviewItem) => void;
}

/** One submission with everything that a decision rests on: difference, evidence, warnings, and the two decisions (R14). */
export function ReviewDetail({ item, keysOn, onDecided, onClaimed, onRefused }: Props) {
  const say = useReviewWords();
  const inWords = useBilingual();
  const { versionId, section, graduateId } = item;
  const graduate = useStaffGraduate(graduateId);
  const [asking, ask] = useState<'APPROVE' | 'RETURN'>();
  const [takingOver, takeOver] = useState(false);
  const decide = useGraduateCommand(
    graduateId,
    async ({ decision }: { readonly decision: Decision; readonly forget?: () => void }, header) =>
      answerOf(
        api.POST('/api/reviews/{versionId}/decision', {
          params: { path: { versionId }, header },
          body: decision.decision === 'RETURN' ? { ...decision, fields: [...decision.fields] } : decision,
        }),
      ),
    (_reply, { decision, forget }) => {
      forget?.();
      onDecided(item, decision.decision);
    },
  );
  const claim = useCommand(
    async (hold: boolean) =>
      hold
        ? answerOf<unknown>(api.POST('/api/reviews/{versionId}/claim', { params: { path: { versionId } } }))
        : answerOf<unknown>(api.DELETE('/api/reviews/{versionId}/claim', { params: { path: { versionId } } })),
    onClaimed,
  );
  const reviewed = graduate.data?.sections[section];
  const version = [reviewed?.latest, reviewed?.current].find((candidate) => candidate?.id === versionId);
  const action = graduate.data?.allowedActions.find((candidate) => candidate.action === 'DECIDE_REVIEW' && candidate.target === versionId);
  const claimedByOther = action?.lock?.code === 'CLAIMED_BY_ANOTHER';
  const lock = claimedByOther && takingOver ? null : action?.lock;
  const open = action !== undefined && lock === null && !decide.isPending;
  const mayClaim = action !== undefined && (item.claim?.mine ?? !claimedByOther);
  const over = takingOver ? { takeOver: true as const } : {};
  const send = (decision: Decision, forget?: () => void) =>
    decide.mutate(
      { decision, ...(forget && { forget }) },
      {
        onError: (error) => {
          if ([403, 409].includes(statusOf(error) ?? 0)) onRefused(item);
        },
      },
    );
  const approve = () => send({ decision: 'APPROVE', ...over });
  const begin = open ? () => (reviewed && reviewed.warnings.length > 0 ? ask('APPROVE') : approve()) : undefined;
  useKeys(
    {
      a: begin,
      r: open ? () => ask('RETURN') : undefined,
      t: claimedByOther ? () => takeOver(true) : undefined,
      c: mayClaim ? () => claim.mutate(!item.claim?.mine) : undefined,
    },
    keysOn,
  );
  if (graduate.isPending) return <Loading />;
  if (!graduate.data || !reviewed) return <Failure part error={graduate.error} onRetry={() => void graduate.refetch()} />;
  if (!version)
    return (
      <section className="card">
        <h2>{say('gone')}</h2>
        <p>{say('goneHelp')}</p>
      </section>
    );
  const { warnings } = reviewed;
  return (
    <article aria-labelledby="review-heading" className="review-detail">
      <section className="card review-head">
        <h2 id="review-heading">
          {item.name} · {say(section)}
          {item.intent === 'VOID' && ` · ${say('VOID')}`}
        </h2>
        <p className="soft">{[item.studentNo, item.college, item.className, say(item.status)].filter(Boolean).join(' · ')}</p>
        {version.reason !== null && <p className="note">{say('enteredBySchool', { reason: version.reason })}</p>}
        {item.claim && (
          <p>
            {item.claim.mine
              ? say('claimMine', { until: clock(item.claim.until) })
              : say('claimOther', { by: item.claim.by, until: clock(item.claim.until) })}
          </p>
        )}
        {lock && (
          <p className="note" id="review-lock">
            {inWords(lock.words)}
            {lock.clause !== null && ` (${say('clause')} ${lock.clause})`}
          </p>
        )}
        {action && (
          <p className="actions">
            <button
              type="button"
              className="button"
              aria-disabled={!open}
              aria-describedby={lock ? 'review-lock' : undefined}
              onClick={() => begin?.()}
            >
              {say('approve')} <kbd>a</kbd>
            </button>
            <button
              type="button"
              className="danger-button"
              aria-disabled={!open}
              aria-describedby={lock ? 'review-lock' : undefined}
              onClick={() => {
                if (open) ask('RETURN');
              }}
            >
              {say('return')} <kbd>r</kbd>
            </button>
            {mayClaim && (
              <button type="button" className="plain-button" onClick={() => claim.mutate(!item.claim?.mine)}>
                {say(item.claim?.mine ? 'release' : 'claim')} <kbd>c</kbd>
              </button>
            )}
            {claimedByOther && !takingOver && (
              <button type="button" className="plain-button" onClick={() => takeOver(true)}>
                {say('takeOver')} <kbd>t</kbd>
              </button>
            )}
          </p>
        )}
        <WriteState of={decide} />
        <WriteState of={claim} />
        {asking === 'RETURN' && (
          <ReturnForm
            name={versionId}
            fields={[...reviewedFields(item), 'evidenceIds']}
            busy={decide.isPending}
            onClose={() => ask(undefined)}
            onSend={(words, forget) => send({ decision: 'RETURN', ...words, ...over }, forget)}
          />
        )}
      </section>
      {warnings.length > 0 && (
        <section className="card">
          <h2>{say('warnings')}</h2>
          <ul className="review-warnings">
            {warnings.map(({ code, words, clause }) => (
              <li key={code}>
                <span className="tag warn">{clause}</span> {inWords(words)}
              </li>
            ))}
          </ul>
        </section>
      )}
      <ReviewContent item={item} reviewed={reviewed} version={version} keysOn={keysOn} />
      <VersionHistory key={versionId} graduateId={graduateId} section={section} />
      {asking === 'APPROVE' && (
        <Dialog title={say('warnings')} onClose={() => ask(undefined)}>
          <ul>
            {warnings.map(({ code, words }) => (
              <li key={code}>{inWords(words)}</li>
            ))}
          </ul>
          <button
            type="button"
            className="button"
            ref={(element) => element?.setAttribute('autofocus', '')}
            onClick={() => {
              ask(undefined);
              approve();
            }}
          >
            {say('approveAnyway')}
          </button>
        </Dialog>
      )}
    </article>
  );
}

const clock = (instant: string): string =>
  new Date(instant).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit', timeZone: 'Asia/Shanghai' });
