import type { components } from '../../generated/openapi.ts';
import { useBilingual } from '../text/words.ts';
import { useRegistrationWords } from './words.ts';

export type SubmissionPreview = components['schemas']['SubmissionPreview'];

/** What will happen, said before it does (R21, R32, R38). */
export function Consequences({ preview }: { readonly preview: SubmissionPreview }) {
  const say = useRegistrationWords();
  const inWords = useBilingual();
  if (!preview.complete) return null;
  const harmless = !preview.returnsToUnconfirmed && preview.numbersEnded === 0;
  return (
    <section className={harmless ? 'notice' : 'notice warning'} role="status">
      <h2>{say('preview')}</h2>
      {preview.returnsToUnconfirmed && <p>{say('fallsBack')}</p>}
      {preview.numbersEnded > 0 && <p>{say('numbersDie', { count: preview.numbersEnded })}</p>}
      {harmless && <p>{say('harmless')}</p>}
      {preview.differences.length > 0 && (
        <>
          <h3>{say('changes')}</h3>
          <ul>
            {preview.differences.map(({ field, words }) => (
              <li key={field}>{inWords(words)}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
