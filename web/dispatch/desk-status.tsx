import type { DispatchItem } from './desk-dispatch.ts';
import { useDeskFileWords } from './desk-words.ts';
import { useFileWords } from './words.ts';

const marks: Readonly<Partial<Record<DispatchItem['status'], string>>> = {
  RECEIVED: 'good',
  REFUSED: 'bad',
  RETURNED: 'bad',
  LOST: 'bad',
  REPORTED: 'warn',
};

/** Where a file is, and why somebody must look. */
export function StatusTag({ of: { status, needsAttention } }: { readonly of: Pick<DispatchItem, 'status' | 'needsAttention'> }) {
  const say = useDeskFileWords();
  const words = useFileWords();
  return (
    <>
      <span className={`tag ${marks[status] ?? 'plain'}`}>{words(status)}</span>
      {needsAttention && (
        <>
          {' '}
          <span className={`tag ${needsAttention.reason === 'TO_CONFIRM' ? 'warn' : 'bad'}`}>! {say(needsAttention.reason)}</span>
        </>
      )}
    </>
  );
}
