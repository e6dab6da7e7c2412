import { Dialog } from '../lists/dialog.tsx';
import { useReviewWords } from './desk-words.ts';

/** Which keys there are, and the switch that turns them off for who dictates or types by accident (WCAG 2.1.4). */
export function ReviewKeys({
  on,
  onSwitch,
  onClose,
}: {
  readonly on: boolean;
  readonly onSwitch: (on: boolean) => void;
  readonly onClose: () => void;
}) {
  const say = useReviewWords();
  const keys = [
    ['j', say('next')],
    ['k', say('previous')],
    ['a', say('approve')],
    ['r', say('return')],
    ['c', say('claim')],
    ['t', say('takeOver')],
    ['n', say('claimNextKey')],
    ['x', say('markKey')],
    ['z', say('zoom')],
    ['o', say('rotate')],
    ['e', say('nextFile')],
    ['?', say('help')],
  ] as const;
  return (
    <Dialog title={say('help')} onClose={onClose}>
      <dl className="facts">
        {keys.map(([key, words]) => (
          <div key={key} className="fact">
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
      <label>
        <input type="checkbox" checked={on} onChange={({ target }) => onSwitch(target.checked)} /> {say('keysOn')}
      </label>
    </Dialog>
  );
}
