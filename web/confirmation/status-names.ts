/** 登记确认 as it stands (R21), for the words of every part that names it. */
export const confirmationNames = {
  NOT_REPORTED: ['未上报', 'Not registered yet'],
  UNCONFIRMED: ['未确认', 'Not confirmed'],
  CONFIRMED: ['确认无误', 'Confirmed'],
  DISPUTED: ['确认有误', 'Reported as wrong'],
} as const;

/** By which tag each is shown. */
export const confirmationMarks = { NOT_REPORTED: 'plain', UNCONFIRMED: 'warn', CONFIRMED: 'good', DISPUTED: 'bad' } as const;
