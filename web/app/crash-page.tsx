import { useRouteError } from 'react-router';
import { Failure } from './failure.tsx';

/** What the router shows within a layout when a page throws, or cannot be loaded. */
export function Crash() {
  return <Failure error={useRouteError()} onRetry={() => location.reload()} />;
}

/** The same where there is no layout. */
export function CrashPage() {
  return (
    <main className="narrow">
      <Crash />
    </main>
  );
}
