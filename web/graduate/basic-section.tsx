import { useMutation } from '@tanstack/react-query';
import { useOutletContext } from 'react-router';
import { mayDo, type Me } from '../access/me.ts';
import { WriteState } from '../app/write-state.tsx';
import { answerOf, api } from '../http/client.ts';
import { ScopeTerms } from '../registration/scope-terms.tsx';
import { BasicFacts } from './basic-facts.tsx';
import { CorrectOne } from './correct-one.tsx';
import { useRecordWords } from './record-words.ts';
import type { StaffGraduate } from './staff-graduate.ts';

/** R8: what the roster says, and its correction. What is masked is shown when asked for (F7), kept by nothing, and hidden again by leaving. */
export function BasicSection({ graduate }: { readonly graduate: StaffGraduate }) {
  const say = useRecordWords();
  const me = useOutletContext<Me>();
  const { id, basic } = graduate;
  const contact = useMutation({
    gcTime: 0,
    mutationFn: () => answerOf(api.POST('/api/graduates/{id}/reveals/contact', { params: { path: { id } }, body: {} as never })),
  });
  const document = useMutation({
    gcTime: 0,
    mutationFn: () => answerOf(api.POST('/api/graduates/{id}/reveals/document', { params: { path: { id } }, body: {} as never })),
  });
  const reveals = [
    { of: contact, may: mayDo(me, { resource: 'personalData', action: 'revealContact' }), words: say('revealContact') },
    { of: document, may: mayDo(me, { resource: 'personalData', action: 'revealDocument' }), words: say('revealDocument') },
  ];
  const shown = reveals.some(({ of }) => of.isSuccess);
  const hide = () => {
    for (const { of } of reveals) of.reset();
  };
  return (
    <section className="card" aria-label={say('basic')}>
      <h2>{say('basic')}</h2>
      <BasicFacts basic={{ ...basic, ...contact.data, ...document.data }} />
      <div className="actions">
        {reveals.map(
          ({ of, may, words }) =>
            may &&
            !of.isSuccess && (
              <button key={words} type="button" className="plain-button" disabled={of.isPending} onClick={() => of.mutate()}>
                {words}
              </button>
            ),
        )}
        {shown && (
          <button type="button" className="plain-button" onClick={hide}>
            {say('hide')}
          </button>
        )}
      </div>
      <p className="soft" role="status">
        {say(shown ? 'revealed' : 'revealHelp')}
      </p>
      {reveals.map(({ of, words }) => (
        <WriteState key={words} of={of} />
      ))}
      <CorrectOne graduate={graduate} />
      <ScopeTerms graduate={graduate} scope="BASIC_INFORMATION" />
    </section>
  );
}
