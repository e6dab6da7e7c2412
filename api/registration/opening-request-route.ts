import { commandPayloads } from '../../domain/commands/command.ts';
import { SectionKind } from '../../domain/registration/section.ts';
import { commandRoute, graduateParams, namedGraduate } from '../http/command-route.ts';

/** X7: after departure the graduate asks the school to open a section; the request stands among the tickets, and the opening answers it. */
export const requestOpening = commandRoute({
  method: 'post',
  path: '/api/graduates/:id/sections/:section/opening-requests',
  right: { resource: 'submission', action: 'requestOpening' },
  part: 'registration',
  type: 'REQUEST_OPENING',
  status: 201,
  summary: 'Ask the school to open a section',
  description: 'A ticket of kind OPENING, refused while the graduate may submit without it.',
  params: graduateParams.extend({ section: SectionKind }),
  graduateOf: namedGraduate,
  body: commandPayloads.REQUEST_OPENING.omit({ section: true }),
  payload: async ({ params, body }) => ({ ...body, section: params.section }),
});
