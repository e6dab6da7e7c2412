import { useTitle } from '../app/title.ts';
import { DevelopmentClock } from './desk-clock.tsx';
import { FailedNotifications } from './desk-failed-notifications.tsx';
import { HealthCards } from './desk-health.tsx';
import { StuckGraduates } from './desk-stuck-graduates.tsx';
import { useOperationWords } from './words.ts';
import '../lists/lists.css';

/** For who runs the system: what is up, what waits, who is stuck; ids and codes, nothing personal. */
export function Component() {
  const say = useOperationWords();
  useTitle(say('title'));
  return <>
    <h1>{say('title')}</h1>
    <HealthCards />
    <StuckGraduates stuck="COMMANDS" />
    <StuckGraduates stuck="OVERDUE" />
    <FailedNotifications />
    <DevelopmentClock />
  </>;
}
