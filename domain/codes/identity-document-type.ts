import type { z } from 'zod';
import { codeSchema } from './code-schema.ts';
import { identityDocumentTypes } from './identity-document-types.ts';

export const IdentityDocumentType = codeSchema(identityDocumentTypes.codes);
export type IdentityDocumentType = z.infer<typeof IdentityDocumentType>;
