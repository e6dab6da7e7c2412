import { useNow } from '../app/now.ts';
import type { useOwnGraduate } from './own-graduate.ts';

/** The time of the record in milliseconds: the clock of a phone may be wrong, and that of a development stack is moved. */
export function useRecordNow({ data, dataUpdatedAt }: ReturnType<typeof useOwnGraduate>): number {
  const now = useNow();
  return data ? now + Date.parse(data.asOf) - dataUpdatedAt : now;
}
