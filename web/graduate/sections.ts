import type { SectionKind } from '../../domain/registration/section.ts';

/** The three sections in the order of the hub; without their schema, which the first page does not need. */
export const sections = ['DESTINATION', 'DOSSIER', 'HUKOU'] as const satisfies readonly SectionKind[];
