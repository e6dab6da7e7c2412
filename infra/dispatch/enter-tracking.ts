import type { Carrier } from '../../domain/dispatch/carrier.ts';
import type { TrackingProblem } from '../../domain/dispatch/tracking-sheet.ts';
import { RefusalError } from '../../domain/errors/refusal-error.ts';
import { setTrackingNumber } from './amend-dispatch.ts';
import { selectDispatch, type DispatchActor, type DispatchRow } from './dispatch-store.ts';
import { moveDispatch } from './move-dispatch.ts';
import type { DispatchWriter } from './prepare-dispatch.ts';
import type { NumberedTrackingRow } from './read-tracking-sheet.ts';

export type TrackingOutcome = 'SENT' | 'TRACKED' | 'SAME' | 'NO_SUCH_FILE' | 'SEVERAL_FILES' | 'DISPATCH_ELSEWHERE' | TrackingProblem;

interface Scope {
  readonly schoolId: string;
  readonly carrier: Carrier;
  readonly actor: DispatchActor;
}

/**
 * What one row of the courier's sheet does: a prepared file has left with it, one that has left gets its number. The same sheet may come twice.
 */
export async function enterTracking(
  writer: DispatchWriter,
  { schoolId, carrier, actor }: Scope,
  row: NumberedTrackingRow,
): Promise<TrackingOutcome> {
  if ('problem' in row) return row.problem;
  const { trackingNumber } = row;
  const found = await findFiles(writer, schoolId, row);
  const [file] = found;
  if (!file) return 'NO_SUCH_FILE';
  if (found.length > 1) return 'SEVERAL_FILES';
  if (file.trackingNumber === trackingNumber) return 'SAME';
  try {
    if (file.status === 'PREPARED') {
      await moveDispatch(writer, file.id, { to: 'SENT', actor, details: { carrier, trackingNumber } });
      return 'SENT';
    }
    await setTrackingNumber(writer, file.id, trackingNumber, actor);
    return 'TRACKED';
  } catch (error) {
    if (error instanceof RefusalError) return 'DISPATCH_ELSEWHERE';
    throw error;
  }
}

/** By its serial, which names one file of the school for ever; by a student number only files that are on their way out. */
async function findFiles(
  { pool }: DispatchWriter,
  schoolId: string,
  row: Exclude<NumberedTrackingRow, { problem: TrackingProblem }>,
): Promise<DispatchRow[]> {
  const { serial, studentNo } = row;
  const { rows } =
    serial === null
      ? await pool.query<DispatchRow>(
          `${selectDispatch} WHERE d."schoolId" = $1 AND g."studentNo" = $2 AND d."status" IN ('PREPARED', 'SENT')`,
          [schoolId, studentNo],
        )
      : await pool.query<DispatchRow>(
          `${selectDispatch} WHERE d."schoolId" = $1 AND d."year" = $2 AND d."serial" = $3 AND ($4::text IS NULL OR g."studentNo" = $4)`,
          [schoolId, serial.year, serial.serial, studentNo],
        );
  return rows;
}
