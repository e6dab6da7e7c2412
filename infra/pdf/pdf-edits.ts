import type { PdfFile, PdfObject } from './read-pdf-file.ts';

/** Adds an object and returns its number. */
export const add = ({ objects }: PdfFile, object: PdfObject): number => {
  const id = Math.max(...objects.keys()) + 1;
  objects.set(id, object);
  return id;
};

/** Changes the dictionary of an object. */
export const edit = ({ objects }: PdfFile, id: number, change: (body: string) => string): void => {
  const object = objects.get(id);
  if (object === undefined) throw new Error('an object that is referred to is not there');
  objects.set(id, { ...object, body: change(object.body) });
};

/** A dictionary with one entry more; one of that `name` that is there stays. */
export const withEntry = (body: string, entry: string, name?: string): string =>
  name !== undefined && body.includes(`/${name}`) ? body : `${body.slice(0, body.lastIndexOf('>>'))}${entry}>>`;
