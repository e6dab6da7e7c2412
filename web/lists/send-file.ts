/** The body of an upload; its type in the document is that of a text. */
export function fileBody(file: File): { file: string } {
  const form = new FormData();
  form.set('file', file);
  return form as unknown as { file: string };
}
