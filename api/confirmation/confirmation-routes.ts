import { commandPayloads } from '../../domain/commands/command.ts';
import { commandRoute, graduateParams, namedGraduate } from '../http/command-route.ts';

const common = {
  method: 'post',
  part: 'confirmation',
  right: { resource: 'confirmation', action: 'give' },
  params: graduateParams,
  graduateOf: namedGraduate,
} as const;

/** 信息无误，确认登记去向: confirm what you saw. */
export const confirm = commandRoute({
  ...common,
  path: '/api/graduates/:id/confirmation/confirm',
  type: 'CONFIRM',
  summary: 'The registration is right',
  description: 'Carries the digest of what was shown: a record that has changed since is refused.',
  body: commandPayloads.CONFIRM,
  payload: async ({ body }) => body,
});

/** 信息有误，需更新后确认. */
export const dispute = commandRoute({
  ...common,
  path: '/api/graduates/:id/confirmation/dispute',
  type: 'DISPUTE',
  summary: 'The registration is wrong',
  body: commandPayloads.DISPUTE,
  payload: async ({ body }) => body,
});

/** 实际信息无误，撤销确认. */
export const retractDispute = commandRoute({
  ...common,
  path: '/api/graduates/:id/confirmation/retraction',
  type: 'RETRACT_DISPUTE',
  summary: 'Take back a dispute',
  payload: async () => ({}),
});
