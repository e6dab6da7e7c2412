import { useId, type ReactElement, type ReactNode, cloneElement } from 'react';

interface Given {
  readonly id?: string;
  readonly 'aria-describedby'?: string;
  readonly 'aria-invalid'?: boolean;
}

/** A label, its input, what helps and what is wrong: tied together for who hears the page. */
export function Field({
  label,
  help,
  problem,
  children,
}: {
  readonly label: ReactNode;
  readonly help?: ReactNode;
  readonly problem?: string;
  readonly children: ReactElement<Given>;
}) {
  const id = useId();
  const notes = [help === undefined ? '' : `${id}-help`, problem === undefined ? '' : `${id}-problem`].filter(Boolean).join(' ');
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {cloneElement(children, { id, 'aria-describedby': notes || undefined, 'aria-invalid': problem === undefined ? undefined : true })}
      {help !== undefined && (
        <span className="soft" id={`${id}-help`}>
          {help}
        </span>
      )}
      {problem !== undefined && (
        <span className="field-problem" id={`${id}-problem`}>
          {problem}
        </span>
      )}
    </div>
  );
}
