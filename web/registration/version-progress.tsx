import type { components } from '../../generated/openapi.ts';
import { inShanghai } from '../text/in-shanghai.ts';
import { useBilingual } from '../text/words.ts';
import { useRegistrationWords } from './words.ts';

type Version = components['schemas']['SectionVersion'];
const steps = ['stepSubmitted', 'stepCollege', 'stepSchool', 'stepDone'] as const;
const reached: Readonly<Record<string, number>> = { COLLEGE_REVIEW: 1, SCHOOL_REVIEW: 2, APPROVED: 4 };

/** How far a submission has come, and the desk's words where it came back. */
export function VersionProgress({ version }: { readonly version: Version }) {
  const say = useRegistrationWords();
  const inWords = useBilingual();
  const at = reached[version.status] ?? 0;
  const { returned } = version;
  return (
    <section className="card">
      <h2>{say('status')}</h2>
      {at > 0 && (
        <ol className="version-steps">
          {steps.map((step, index) => (
            <li key={step} aria-current={index === at ? 'step' : undefined} className={index < at ? 'done' : undefined}>
              {say(step)}
            </li>
          ))}
        </ol>
      )}
      <p>
        {say(version.status)}{' '}
        <time className="soft" dateTime={version.statusSince}>
          {inShanghai(version.statusSince)}
        </time>
      </p>
      {returned && (
        <blockquote className="notice warning">
          <strong>{inWords(returned.words)}</strong>
          {returned.text && <p>{returned.text}</p>}
        </blockquote>
      )}
    </section>
  );
}
