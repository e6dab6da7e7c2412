import type { UseMutationResult } from '@tanstack/react-query';
import { useId, useState, type FormEvent } from 'react';
import { WriteState } from '../app/write-state.tsx';

interface Props {
  readonly title: string;
  readonly label: string;
  readonly button: string;
  readonly write: UseMutationResult<unknown, Error, string>;
}

/** Something that is asked for with a reason; folded away until it is wanted. */
export function ReasonForm({ title, label, button, write }: Props) {
  const [reason, setReason] = useState('');
  const id = useId();
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (reason.trim() !== '') write.mutate(reason);
  };
  return (
    <details className="card">
      <summary>{title}</summary>
      <form onSubmit={send}>
        <div className="field">
          <label htmlFor={id}>{label}</label>
          <textarea id={id} rows={3} maxLength={200} required value={reason} onChange={({ target }) => setReason(target.value)} />
        </div>
        <button className="button" disabled={write.isPending}>
          {button}
        </button>
        <WriteState of={write} />
      </form>
    </details>
  );
}
