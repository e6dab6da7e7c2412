import type { Route } from '../http/route.ts';
import { checkBasicInformation, disputeBasicInformation, requestOriginCorrection } from './basic-information-routes.ts';
import { correctBasicInformation } from './correct-basic-information.ts';
import { correctMany } from './correct-many.ts';
import { readGraduate } from './graduate-routes.ts';
import { listGraduates } from './list-graduates.ts';
import { previewCorrections } from './preview-correction.ts';
import { previewRemoval, removeGraduate } from './removal-routes.ts';
import { answerTicket, listTickets } from './ticket-routes.ts';

export const graduateRoutes: readonly Route[] = [
  listGraduates,
  readGraduate,
  checkBasicInformation,
  disputeBasicInformation,
  requestOriginCorrection,
  correctBasicInformation,
  correctMany,
  previewCorrections,
  listTickets,
  answerTicket,
  previewRemoval,
  removeGraduate,
];
