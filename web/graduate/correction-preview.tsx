import { useEffect, useRef, type ReactNode } from 'react';
import type { components } from '../../generated/openapi.ts';
import { basicFieldWords } from '../../domain/graduate/basic-field-words.ts';
import type { Bilingual } from '../../domain/text/language.ts';
import { usePunctuation } from '../text/punctuation.ts';
import { useBilingual } from '../text/words.ts';
import { useCorrectionWords } from './correction-words.ts';

export type Preview = components['schemas']['CorrectionPreview'];
type Consequence = Preview['graduates'][number];

/** Whose confirmation falls back, how many numbers die, and for whom nothing changes and why. */
export function CorrectionPreview({
  preview: { changes, refused, returnToUnconfirmed, numbersEnded, graduates },
  names,
}: {
  readonly preview: Preview;
  readonly names: ReadonlyMap<string, string>;
}) {
  const say = useCorrectionWords();
  const { comma, colon, semicolon } = usePunctuation();
  const inWords = useBilingual();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const affected = graduates.filter(
    ({ returnsToUnconfirmed, grantsEnded, transferNumbersEnded }) => returnsToUnconfirmed || grantsEnded + transferNumbersEnded > 0,
  );
  const effects = ({ returnsToUnconfirmed, grantsEnded, transferNumbersEnded }: Consequence) =>
    [
      ...(returnsToUnconfirmed ? [say('returns')] : []),
      ...(grantsEnded > 0 ? [say('grants', { count: grantsEnded })] : []),
      ...(transferNumbersEnded > 0 ? [say('transferNumbers', { count: transferNumbersEnded })] : []),
    ].join(comma);
  const nameOf = (field: string): string => {
    const words = (basicFieldWords as Readonly<Record<string, Bilingual>>)[field.replace('changes.', '')];
    return words ? inWords(words) : field;
  };
  return (
    <>
      <h3 ref={heading} tabIndex={-1}>
        {say('consequences')}
      </h3>
      <p className={affected.length > 0 ? 'note' : undefined}>
        {say(changes === 0 ? 'nobody' : affected.length > 0 ? 'counts' : 'harmless', {
          changes,
          returns: returnToUnconfirmed,
          numbers: numbersEnded,
        })}{' '}
        {changes > 0 && say('told')}
      </p>
      {affected.length > 0 && (
        <People title={say('affected')}>
          {affected.map((one) => (
            <li key={one.graduateId}>
              {names.get(one.graduateId)}
              {colon}
              {effects(one)}
            </li>
          ))}
        </People>
      )}
      {refused > 0 && (
        <People title={say('notChanged', { count: refused })}>
          {graduates
            .filter((one) => !one.changes)
            .map(({ graduateId, words, fields }) => (
              <li key={graduateId}>
                {names.get(graduateId)}
                {colon}
                {words && inWords(words)}
                {fields.length > 0 && ` (${fields.map((fault) => `${nameOf(fault.field)}${colon}${inWords(fault)}`).join(semicolon)})`}
              </li>
            ))}
        </People>
      )}
    </>
  );
}

/** Up to 200 lines: they scroll by keyboard too, so that the button below stays near. */
function People({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <>
      <p>{title}</p>
      <div className="people" role="region" aria-label={title} tabIndex={0}>
        <ul>{children}</ul>
      </div>
    </>
  );
}
