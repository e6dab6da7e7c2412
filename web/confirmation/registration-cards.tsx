import { useBilingual } from '../text/words.ts';
import type { ChangedLine, RegistrationPart } from './changed-since.ts';
import { useConfirmationWords } from './words.ts';

/** The whole registration as it stands (R23); what has changed is marked where it stands. */
export function RegistrationCards({
  parts,
  changes,
}: {
  readonly parts: readonly RegistrationPart[];
  readonly changes: readonly ChangedLine[];
}) {
  const say = useConfirmationWords();
  const inWords = useBilingual();
  const isChanged = (part: string, field: string): boolean => changes.some((change) => change.part === part && change.field === field);
  return parts.map(({ part, lines }) => (
    <section className="card" key={part} aria-labelledby={`part-${part}`}>
      <h2 id={`part-${part}`}>{say(part)}</h2>
      {lines.length === 0 ? (
        <p className="soft">{say('missing')}</p>
      ) : (
        <dl className="facts">
          {lines.map(({ field, words, value }) => (
            <div key={field}>
              <dt>{inWords(words)}</dt>
              <dd>
                {inWords(value)} {isChanged(part, field) && <mark>{say('mark')}</mark>}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  ));
}
