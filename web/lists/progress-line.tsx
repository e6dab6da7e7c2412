import { useId } from 'react';

/** How far something is: a bar, and the same in words. */
export function ProgressLine({ label, done, of }: { readonly label: string; readonly done: number; readonly of: number }) {
  const id = useId();
  return (
    <div className="progress-line">
      <span id={id}>{label}</span>
      <progress aria-labelledby={id} max={Math.max(of, 1)} value={of === 0 ? undefined : done} />
    </div>
  );
}
