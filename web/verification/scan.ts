import { readCode, scan } from '../offline/read-code.ts';

/** Where a scanned code leads. Throws NO_CODE, FOREIGN, or what the camera says. */
export const readScan = {
  async camera(view: HTMLVideoElement): Promise<URL | undefined> {
    const code = await scan(view, new AbortController().signal);
    return code === undefined ? undefined : placeOf(code);
  },
  async photo(file: File): Promise<URL> {
    const code = await createImageBitmap(file).then(readCode, () => undefined);
    if (code === undefined) throw new Error('NO_CODE');
    return placeOf(code);
  },
};

/** Statements are printed with the address of one host or another of ours; path and fragment say which entry and what. */
function placeOf(code: string): URL {
  const url = URL.canParse(code) ? new URL(code) : undefined;
  if (url === undefined || url.hash.length < 2 || !/^\/verification\/(dossier|hukou)$/.test(url.pathname)) throw new Error('FOREIGN');
  return url;
}
