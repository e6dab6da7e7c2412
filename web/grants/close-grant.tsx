import { useState } from 'react';
import { WriteState } from '../app/write-state.tsx';
import { answerOf, api } from '../http/client.ts';
import { useGraduateCommand } from '../http/command.ts';
import { useGrantWords } from './words.ts';

interface Props {
  readonly graduateId: string;
  readonly grantId: string;
}

/** R31: 关闭. */
const useClosing = ({ graduateId, grantId }: Props) =>
  useGraduateCommand(graduateId, (_: null, header) =>
    answerOf(
      api.POST('/api/graduates/{id}/grants/{grantId}/closing', {
        params: { path: { id: graduateId, grantId }, header },
        body: {} as never,
      }),
    ),
  );

/** Asked once more, since what was handed over cannot be verified afterwards. */
export function CloseGrant(props: Props) {
  const say = useGrantWords();
  const [asking, setAsking] = useState<boolean>();
  const close = useClosing(props);
  if (!asking)
    return (
      <button type="button" className="plain-button" autoFocus={asking === false} onClick={() => setAsking(true)}>
        {say('close')}
      </button>
    );
  return (
    <div className="notice warning" role="alertdialog" aria-label={say('close')}>
      <p>{say('closeSure')}</p>
      <button type="button" className="button" autoFocus disabled={close.isPending} onClick={() => close.mutate(null)}>
        {say('closeYes')}
      </button>
      <button type="button" className="plain-button" onClick={() => setAsking(false)}>
        {say('keep')}
      </button>
      <WriteState of={close} />
    </div>
  );
}

/** One tap, for whoever sees a verification that nobody should have been able to make. */
export function CloseAtOnce(props: Props) {
  const say = useGrantWords();
  const close = useClosing(props);
  return (
    <>
      <br />
      <button type="button" className="plain-button" disabled={close.isPending} onClick={() => close.mutate(null)}>
        {say('notMine')}
      </button>
      <WriteState of={close} />
    </>
  );
}
