import { useState } from 'react';
import type { components } from '../../generated/openapi.ts';
import { WriteState } from '../app/write-state.tsx';
import { answerOf, api } from '../http/client.ts';
import { useCommand } from '../http/command.ts';
import { Dialog } from '../lists/dialog.tsx';
import { Outcomes } from '../lists/outcomes.tsx';
import { useReviewWords } from './desk-words.ts';
import { ReturnForm, type ReturnWords } from './return-form.tsx';
import type { ReviewItem } from './review-item.ts';

/** The same decision on everything that is marked, with what became of each: done, or skipped and why. */
export function BulkDecision({ marked, onDone }: { readonly marked: readonly ReviewItem[]; readonly onDone: () => void }) {
  const say = useReviewWords();
  const [returning, setReturning] = useState(false);
  const [outcome, setOutcome] = useState<{
    readonly reply: components['schemas']['BulkReply'];
    readonly names: ReadonlyMap<string, string>;
  }>();
  const names = new Map(marked.map(({ versionId, name, section }) => [versionId, `${name} · ${say(section)}`]));
  const decide = useCommand(
    ({ words }: { readonly ids: readonly string[]; readonly words?: ReturnWords; readonly forget?: () => void }, header) =>
      answerOf(
        api.POST('/api/reviews/decisions', {
          params: { header },
          body: {
            items: marked.map(({ versionId }) =>
              words
                ? { decision: 'RETURN' as const, versionId, ...words, fields: [...words.fields] }
                : { decision: 'APPROVE' as const, versionId },
            ),
          },
        }),
      ),
    (reply, { forget }) => {
      forget?.();
      setReturning(false);
      setOutcome({ reply, names });
      onDone();
    },
  );
  const ids = marked.map(({ versionId }) => versionId);
  return (
    <>
      {marked.length > 0 && (
        <p className="actions" role="group" aria-label={say('marked', { count: marked.length })}>
          <span>{say('marked', { count: marked.length })}</span>
          <button type="button" className="button" disabled={decide.isPending} onClick={() => decide.mutate({ ids })}>
            {say('approveMarked')}
          </button>
          <button type="button" className="danger-button" disabled={decide.isPending} onClick={() => setReturning(true)}>
            {say('returnMarked')}
          </button>
        </p>
      )}
      <WriteState of={decide} />
      {returning && (
        <Dialog title={say('returnMarked')} onClose={() => setReturning(false)}>
          <ReturnForm
            name="marked"
            fields={[]}
            busy={decide.isPending}
            onClose={() => setReturning(false)}
            onSend={(words, forget) => decide.mutate({ ids, words, forget })}
          />
        </Dialog>
      )}
      {outcome && <Outcomes {...outcome} onClose={() => setOutcome(undefined)} />}
    </>
  );
}
