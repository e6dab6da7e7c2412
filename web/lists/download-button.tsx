import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { WriteState } from '../app/write-state.tsx';
import { fetchFile } from '../http/file.ts';

const keepMs = 60_000;

/** Fetches a file and hands it to the browser; a refusal is said here instead of being saved as a file. */
async function download(path: string): Promise<void> {
  const file = await fetchFile(path);
  const address = URL.createObjectURL(file);
  Object.assign(document.createElement('a'), { href: address, download: file.name }).click();
  setTimeout(() => URL.revokeObjectURL(address), keepMs);
}

export function DownloadButton({ path, children }: { readonly path: string; readonly children: ReactNode }) {
  const saving = useMutation({ mutationFn: () => download(path) });
  return (
    <>
      <button
        type="button"
        className="plain-button"
        aria-disabled={saving.isPending}
        onClick={() => {
          if (!saving.isPending) saving.mutate();
        }}
      >
        {children}
      </button>
      <WriteState of={saving} />
    </>
  );
}
