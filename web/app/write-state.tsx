import type { UseMutationResult } from '@tanstack/react-query';
import { explain, ProblemError } from '../http/problem.ts';
import { useBilingual } from '../text/words.ts';
import { useAppWords } from './words.ts';

/** In what state a write is, beside its button: waiting for the network, being repeated, refused and why. */
export function WriteState({
  of: write,
}: {
  readonly of: Pick<UseMutationResult<unknown, Error, never>, 'isPaused' | 'failureCount' | 'isPending' | 'error'>;
}) {
  const say = useAppWords();
  const inWords = useBilingual();
  if (write.isPaused)
    return (
      <p className="write-state" role="status">
        {say('waitingForNetwork')}
      </p>
    );
  if (write.isPending && write.failureCount > 0)
    return (
      <p className="write-state" role="status">
        {say('repeating')}
      </p>
    );
  if (!write.error) return null;
  const fields = write.error instanceof ProblemError ? (write.error.problem.fields ?? []) : [];
  return (
    <div className="write-state refused" role="alert">
      <p>{explain(write.error)}</p>
      {fields.length > 0 && (
        <ul>
          {fields.map((fault) => (
            <li key={fault.field}>{inWords(fault)}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
