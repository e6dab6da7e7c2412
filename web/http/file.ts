import { language } from '../text/language.ts';
import { NoAnswerError, problemOf } from './problem.ts';

/** A file of ours in memory, under the name the server gives it. Throws ProblemError and NoAnswerError as every call does. */
export async function fetchFile(path: string): Promise<File> {
  const response = await fetch(path, { credentials: 'same-origin', headers: { 'Accept-Language': language() } }).catch(() => {
    throw new NoAnswerError();
  });
  if (!response.ok) throw await problemOf(response);
  const name = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1] ?? 'file';
  const blob = await response.blob();
  return new File([blob], name, { type: blob.type });
}
