import { useOutletContext } from 'react-router';
import { useTitle } from '../app/title.ts';
import { EnrolFactor } from './enrol-factor.tsx';
import type { Me } from './me.ts';
import { PasswordForm } from './password-form.tsx';
import { useStaffWords } from './staff-words.ts';
import '../lists/lists.css';

/** One's own password and second factor. What the school requires first stands first. */
export function Component() {
  const say = useStaffWords();
  const me = useOutletContext<Me>();
  useTitle(say('own'));
  return (
    <>
      <h1>{say('own')}</h1>
      {me.password.changeRequired && <p className="note">{say('mustChange')}</p>}
      <PasswordForm />
      {!me.password.changeRequired && <EnrolFactor me={me} />}
    </>
  );
}
