import { contentFields } from '../../domain/registration/section-content.ts';
import { fieldWords } from '../../domain/registration/field-words.ts';
import type { StaffGraduate } from '../graduate/staff-graduate.ts';
import { useBilingual } from '../text/words.ts';
import { useReviewWords } from './desk-words.ts';
import { EvidenceViewer } from './evidence-viewer.tsx';
import { FieldValue } from './field-value.tsx';
import type { ReviewItem } from './review-item.ts';

type Reviewed = StaffGraduate['sections'][ReviewItem['section']];

interface Props {
  readonly item: ReviewItem;
  readonly reviewed: Reviewed;
  readonly version: NonNullable<Reviewed['latest']>;
  readonly keysOn: boolean;
}

/** What a decision is about; of a request to void, the reason alone. */
export const reviewedFields = ({ intent, section }: ReviewItem): readonly string[] =>
  intent === 'VOID' ? ['note'] : contentFields(section);

/** The difference to what is in force and the content, with the evidence beside them. */
export function ReviewContent({ item, reviewed, version, keysOn }: Props) {
  const say = useReviewWords();
  const inWords = useBilingual();
  const { differences, evidenceExpected, evidenceNeeded } = reviewed;
  const fields = reviewedFields(item);
  return (
    <div className="review-sides">
      <section className="card">
        <h2>{say(reviewed.current && differences.length > 0 ? 'difference' : 'content')}</h2>
        {reviewed.current && differences.length > 0 ? (
          <div className="review-table" tabIndex={0} role="region" aria-label={say('difference')}>
            <table className="list">
              <thead>
                <tr>
                  <th scope="col">{say('field')}</th>
                  <th scope="col">{say('inForce')}</th>
                  <th scope="col">{say('submitted')}</th>
                </tr>
              </thead>
              <tbody>
                {differences.map(({ field, words, before, after, key }) => (
                  <tr key={field}>
                    <th scope="row">
                      {inWords(words)}
                      {key && (
                        <>
                          {' '}
                          <span className="tag warn">{say('key')}</span>
                        </>
                      )}
                    </th>
                    <td>
                      <FieldValue field={field} value={before} />
                    </td>
                    <td>
                      <strong>
                        <FieldValue field={field} value={after} />
                      </strong>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        ) : (
          <p className="soft">{say('noDifference')}</p>
        )}
        <dl className="facts">
          {fields
            .filter((field) => version.content[field] !== null && version.content[field] !== undefined)
            .map((field) => (
              <div key={field} className="fact">
                <dt>{inWords(fieldWords(field))}</dt>
                <dd>
                  <FieldValue field={field} value={version.content[field]} />
                </dd>
              </div>
            ))}
        </dl>
      </section>
      <section className="card">
        <h2>{say('evidence')}</h2>
        <p className="soft">
          {evidenceNeeded === false
            ? say('evidenceNotNeeded')
            : evidenceExpected && say('evidenceExpected', { words: inWords(evidenceExpected) })}
        </p>
        <EvidenceViewer files={version.evidence} keysOn={keysOn} />
      </section>
    </div>
  );
}
