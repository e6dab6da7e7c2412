interface Props<T extends string> {
  readonly legend: string;
  readonly options: readonly { readonly value: T; readonly words: string }[];
  readonly chosen: readonly T[];
  readonly onChange: (chosen: readonly T[]) => void;
}

/** Several of a short list. */
export function Choices<T extends string>({ legend, options, chosen, onChange }: Props<T>) {
  return (
    <fieldset>
      <legend>{legend}</legend>
      <div className="actions">
        {options.map(({ value, words }) => (
          <label key={value}>
            <input
              type="checkbox"
              checked={chosen.includes(value)}
              onChange={({ target }) => onChange(target.checked ? [...chosen, value] : chosen.filter((one) => one !== value))}
            />{' '}
            {words}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
