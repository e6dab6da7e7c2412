import { useParams } from 'react-router';
import { basicFieldWords } from '../../domain/graduate/basic-field-words.ts';
import { Failure } from '../app/failure.tsx';
import { Loading } from '../app/loading.tsx';
import { useTitle } from '../app/title.ts';
import { WriteState } from '../app/write-state.tsx';
import { answerOf, api } from '../http/client.ts';
import { useGraduateCommand } from '../http/command.ts';
import { usePunctuation } from '../text/punctuation.ts';
import { useBilingual } from '../text/words.ts';
import { ActionButton } from './action-button.tsx';
import { BackToHub } from './back-to-hub.tsx';
import { BasicFacts } from './basic-facts.tsx';
import { OriginRequest } from './origin-request.tsx';
import { useOwnGraduate, type OwnGraduate } from './own-graduate.ts';
import { useGraduateWords } from './words.ts';
import { WrongInformation } from './wrong-information.tsx';

/** The first gate (R6–R9): what the school has uploaded is right, or it is not. */
export function Component() {
  const { graduateId = '' } = useParams();
  const say = useGraduateWords();
  const graduate = useOwnGraduate(graduateId);
  useTitle(say('basic'));
  if (graduate.isPending) return <Loading />;
  if (!graduate.data) return <Failure error={graduate.error} onRetry={() => void graduate.refetch()} />;
  return (
    <>
      <BackToHub graduateId={graduateId} />
      <h1>{say('basic')}</h1>
      <Basic graduate={graduate.data} />
    </>
  );
}

function Basic({ graduate }: { readonly graduate: OwnGraduate }) {
  const { list, colon } = usePunctuation();
  const say = useGraduateWords();
  const inWords = useBilingual();
  const check = useGraduateCommand(graduate.id, (digest: string, header) =>
    answerOf(api.POST('/api/graduates/{id}/basic-information/check', { params: { path: { id: graduate.id }, header }, body: { digest } })),
  );
  const { basic, basicCheck, basicDigest, basicWarning, allowedActions, tickets } = graduate;
  return (
    <>
      <p className="notice warning">{inWords(basicWarning)}</p>
      <section className="card">
        <p>
          <strong>{say(`basic${basicCheck}`)}</strong>
        </p>
        <BasicFacts basic={basic} />
      </section>
      {basicCheck === 'PENDING' && (
        <>
          <p>
            <ActionButton
              actions={allowedActions}
              action="CHECK_BASIC_INFORMATION"
              busy={check.isPending}
              onPress={() => check.mutate(basicDigest)}
            >
              {say('right')}
            </ActionButton>
          </p>
          <WriteState of={check} />
          <WrongInformation graduate={graduate} />
        </>
      )}
      <OriginRequest graduate={graduate} />
      {tickets.length > 0 && (
        <section className="card">
          <h2>{say('tickets')}</h2>
          <ul>
            {tickets.map(({ id, status, fields, note, answer }) => (
              <li key={id}>
                <strong>{say(status)}</strong>{' '}
                {fields
                  .map((field) => (field in basicFieldWords ? inWords(basicFieldWords[field as keyof typeof basicFieldWords]) : field))
                  .join(list)}
                {colon}
                {note}
                {answer && <p className="notice">{answer}</p>}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
