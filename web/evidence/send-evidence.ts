import type { components } from '../../generated/openapi.ts';
import { answerOf, api } from '../http/client.ts';

export type Evidence = components['schemas']['Evidence'];
export type EvidenceSection = 'DESTINATION' | 'DOSSIER' | 'HUKOU' | 'ORIGIN';

const longestSide = 2_000;
const quality = 0.85;

/** Sends one file; a photograph is made smaller before, which also takes away where it was taken. */
export async function sendEvidence(graduateId: string, section: EvidenceSection, file: File): Promise<Evidence> {
  const body = new FormData();
  body.set('file', file.type.startsWith('image/') ? await smaller(file) : file, 'evidence');
  return answerOf(
    api.POST('/api/graduates/{id}/evidence/{section}', {
      params: { path: { id: graduateId, section } },
      body: body as never,
      bodySerializer: (form) => form as unknown as FormData,
    }),
  );
}

/** As it is when the browser cannot read it: the server looks into it anyway, and says what is wrong. */
async function smaller(file: File): Promise<Blob> {
  const picture = await createImageBitmap(file).catch(() => undefined);
  if (picture === undefined) return file;
  const scale = Math.min(1, longestSide / Math.max(picture.width, picture.height));
  const canvas = Object.assign(document.createElement('canvas'), {
    width: Math.round(picture.width * scale),
    height: Math.round(picture.height * scale),
  });
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => canvas.toBlob((blob) => resolve(blob ?? file), 'image/jpeg', quality));
}
