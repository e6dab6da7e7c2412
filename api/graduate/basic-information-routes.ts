import { commandPayloads } from '../../domain/commands/command.ts';
import { commandRoute, graduateParams, namedGraduate } from '../http/command-route.ts';

const common = { method: 'post', part: 'graduate', params: graduateParams, graduateOf: namedGraduate } as const;

/** First gate (R6): 信息确认无误. */
export const checkBasicInformation = commandRoute({
  ...common,
  path: '/api/graduates/:id/basic-information/check',
  right: { resource: 'basicInformation', action: 'check' },
  type: 'CHECK_BASIC_INFORMATION',
  summary: 'The basic information is right',
  description: 'Carries the digest of what was shown: a record that has changed since is refused.',
  body: commandPayloads.CHECK_BASIC_INFORMATION,
  payload: async ({ body }) => body,
});

/** First gate (R6): 信息有误, a ticket to the school. */
export const disputeBasicInformation = commandRoute({
  ...common,
  path: '/api/graduates/:id/basic-information/dispute',
  right: { resource: 'basicInformation', action: 'dispute' },
  type: 'DISPUTE_BASIC_INFORMATION',
  status: 201,
  summary: 'The basic information is wrong',
  body: commandPayloads.DISPUTE_BASIC_INFORMATION,
  payload: async ({ body }) => body,
});

/** A wrong 生源地 (R19, X29), with photographs of 户口本 and 身份证. */
export const requestOriginCorrection = commandRoute({
  ...common,
  path: '/api/graduates/:id/origin-request',
  right: { resource: 'basicInformation', action: 'requestOrigin' },
  type: 'REQUEST_ORIGIN_CORRECTION',
  status: 201,
  summary: 'Ask the school to correct the place of origin',
  body: commandPayloads.REQUEST_ORIGIN_CORRECTION,
  payload: async ({ body }) => body,
});
