import { useTitle } from '../app/title.ts';
import { ClockForm } from './clock-form.tsx';
import { FailedMails } from './failed-mails.tsx';
import { HealthFigures } from './health-figures.tsx';
import { StuckGraduates } from './stuck-graduates.tsx';
import { useOperationWords } from './words.ts';
import '../lists/lists.css';

/** For operators: what is up, what waits, who is stuck, with the way into the Temporal UI. Ids and codes, nothing personal. */
export function Component() {
  const say = useOperationWords();
  useTitle(say('title'));
  return (
    <>
      <h1>{say('title')}</h1>
      <HealthFigures />
      <section>
        <h2>
          {say('stuck')}: {say('COMMANDS')}
        </h2>
        <StuckGraduates stuck="COMMANDS" />
      </section>
      <section>
        <h2>
          {say('stuck')}: {say('OVERDUE')}
        </h2>
        <StuckGraduates stuck="OVERDUE" />
      </section>
      <section>
        <h2>{say('failed')}</h2>
        <FailedMails />
      </section>
      <ClockForm />
    </>
  );
}
