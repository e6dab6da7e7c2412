import { StackError } from '../stack-error.ts';
import { cliVersion } from './versions.ts';

/** What to say when every way to a Temporal server has failed. */
export function noTemporalServer(reasons: readonly string[]): StackError {
  return new StackError(
    `There is no Temporal server.\n${reasons.map((reason) => `  ${reason}`).join('\n')}`,
    [
      'Any one of these is enough:',
      '  1. TEMPORAL_ADDRESS=host:port of a Temporal server that runs already',
      `  2. the command line tool "temporal" ${cliVersion} or newer on the PATH`,
      '  3. a network that lets this program download that tool',
      '  4. Go 1.21 or newer on the PATH and a network that reaches the Go module proxy; the server is then built once (about 5 minutes)',
    ].join('\n'),
  );
}
