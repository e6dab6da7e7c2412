import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { WriteState } from '../app/write-state.tsx';
import { NoAnswerError, problemOf } from '../http/problem.ts';
import { language } from '../text/language.ts';

const keepMs = 60_000;

/** Fetches a file and hands it to the browser; a refusal is said here instead of being saved as a file. */
async function download(path: string): Promise<void> {
  const response = await fetch(path, { credentials: 'same-origin', headers: { 'Accept-Language': language() } }).catch(() => { throw new NoAnswerError(); });
  if (!response.ok) throw await problemOf(response);
  const name = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1] ?? 'file';
  const address = URL.createObjectURL(await response.blob());
  Object.assign(document.createElement('a'), { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), keepMs);
}

export function DownloadButton({ path, children }: { readonly path: string; readonly children: ReactNode }) {
  const saving = useMutation({ mutationFn: () => download(path) });
  return <>
    <button type="button" className="plain-button" aria-disabled={saving.isPending} onClick={() => { if (!saving.isPending) saving.mutate(); }}>{children}</button>
    <WriteState of={saving} />
  </>;
}
