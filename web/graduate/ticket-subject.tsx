import { useOutletContext } from 'react-router';
import { basicFieldWords } from '../../domain/graduate/basic-field-words.ts';
import { mayDo, type Me } from '../access/me.ts';
import { DownloadButton } from '../lists/download-button.tsx';
import { FieldValue } from '../registration/field-value.tsx';
import { usePunctuation } from '../text/punctuation.ts';
import { useBilingual } from '../text/words.ts';
import type { Ticket } from './ticket.ts';
import { useTicketWords } from './desk-words.ts';

const sections = ['DESTINATION', 'DOSSIER', 'HUKOU'] as const;

/** What a request is about: fields by their names, the section, what is asked for, and the files that prove it. */
export function TicketSubject({ ticket: { fields, proposed, evidenceIds } }: { readonly ticket: Ticket }) {
  const say = useTicketWords();
  const { list, colon } = usePunctuation();
  const inWords = useBilingual();
  const mayRead = mayDo(useOutletContext<Me>(), { resource: 'evidence', action: 'read' });
  const nameOf = (field: string): string => {
    const section = sections.find((known) => known === field);
    if (section) return say(section);
    return field in basicFieldWords ? inWords(basicFieldWords[field as keyof typeof basicFieldWords]) : field;
  };
  const region = proposed?.['originRegion'] ?? proposed?.['region'];
  return (
    <>
      {fields.map(nameOf).join(list)}
      {typeof region === 'string' && (
        <>
          {' '}
          {say('proposed')}
          {colon}
          <FieldValue field="region" value={region} />
        </>
      )}
      {mayRead && evidenceIds.length > 0 && (
        <div className="actions">
          {evidenceIds.map((id, index) => (
            <DownloadButton key={id} path={`/api/evidence/${id}`}>
              {say('evidence', { index: index + 1 })}
            </DownloadButton>
          ))}
        </div>
      )}
    </>
  );
}
