import { useParams } from 'react-router';
import { Failure } from '../app/failure.tsx';
import { Loading } from '../app/loading.tsx';
import { useTitle } from '../app/title.ts';
import { BackToHub } from '../graduate/back-to-hub.tsx';
import { useOwnGraduate } from '../graduate/own-graduate.ts';
import { Confirmation } from './confirmation.tsx';
import { useConfirmationWords } from './words.ts';
import './confirmation.css';

/** 去向登记确认 (R21–R23). */
export function Component() {
  const { graduateId = '' } = useParams();
  const say = useConfirmationWords();
  const graduate = useOwnGraduate(graduateId);
  useTitle(say('title'));
  if (graduate.isPending) return <Loading />;
  if (!graduate.data) return <Failure error={graduate.error} onRetry={() => void graduate.refetch()} />;
  return (
    <>
      <BackToHub graduateId={graduateId} />
      <h1>{say('title')}</h1>
      <Confirmation key={graduateId} graduate={graduate.data} />
    </>
  );
}
