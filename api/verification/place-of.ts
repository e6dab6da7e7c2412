import type { Request } from 'express';
import { ShownPlace } from '../../domain/notifications/params.ts';

/** The city of a request, as a trusted proxy says it in the header of the configuration; null when nobody does, or when it is no place. */
export function placeOf(request: Request, header: string | undefined): string | null {
  const said = header === undefined ? undefined : request.get(header);
  if (said === undefined) return null;
  const trusts = request.app.get('trust proxy fn') as (address: string, hop: number) => boolean;
  if (!trusts(request.socket.remoteAddress ?? '', 0)) return null;
  try {
    return ShownPlace.safeParse(decodeURIComponent(said)).data ?? null;
  } catch {
    return null;
  }
}
