import { formatInstant } from '../../domain/calendar/shanghai.ts';

/** An instant as people here read it: Asia/Shanghai, to the minute. */
export const shortMoment = (at: string): string => formatInstant(Date.parse(at)).slice(0, 16);
