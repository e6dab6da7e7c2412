import { useRouteError } from 'react-router';
import { Failure } from './failure.tsx';

/** What the router shows when a page throws, or cannot be loaded. */
export function CrashPage() {
  return <main className="narrow"><Failure error={useRouteError()} onRetry={() => location.reload()} /></main>;
}
