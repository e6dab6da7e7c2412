import { z } from 'zod';
import { commandPayloads } from '../../domain/commands/command.ts';
import { SectionKind } from '../../domain/registration/section.ts';
import { commandRoute, graduateParams, namedGraduate } from '../http/command-route.ts';

const common = {
  method: 'post',
  part: 'registration',
  right: { resource: 'submission', action: 'open' },
  graduateOf: namedGraduate,
} as const;

/** X7: the school opens a section for the graduate on request, until the end of a day. */
export const openSection = commandRoute({
  ...common,
  path: '/api/graduates/:id/sections/:section/openings',
  type: 'OPEN_SECTION',
  status: 201,
  summary: 'Open a section for the graduate',
  params: graduateParams.extend({ section: SectionKind }),
  body: commandPayloads.OPEN_SECTION.omit({ section: true }),
  payload: async ({ params, body }) => ({ ...body, section: params.section }),
});

export const closeOpening = commandRoute({
  ...common,
  path: '/api/graduates/:id/openings/:openingId/closing',
  type: 'CLOSE_OPENING',
  summary: 'Close an opening before its day',
  params: graduateParams.extend({ openingId: z.uuid() }),
  payload: async ({ params }) => ({ openingId: params.openingId }),
});
