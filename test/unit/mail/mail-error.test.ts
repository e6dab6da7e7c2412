import { inspect } from 'node:util';
import { mailErrorOf } from '../../../infra/mail/mail-error.ts';

const failure = (fields: Record<string, unknown>): Error =>
  Object.assign(new Error('550 5.1.1 <chen@example.test> no such user'), { response: '550 <chen@example.test>', ...fields });

describe('errors of the mail server', () => {
  it.each([
    ['a server that is down', { code: 'ESOCKET', command: 'CONN' }, 'TRANSIENT', 'ESOCKET'],
    ['a timeout', { code: 'ETIMEDOUT', command: 'CONN' }, 'TRANSIENT', 'ETIMEDOUT'],
    ['a mailbox that is busy', { code: 'EENVELOPE', responseCode: 450, command: 'RCPT TO' }, 'TRANSIENT', '450'],
    ['a mailbox that does not exist', { code: 'EENVELOPE', responseCode: 550, command: 'RCPT TO' }, 'PERMANENT', '550'],
    ['content that is refused', { code: 'EMESSAGE', responseCode: 554, command: 'DATA' }, 'PERMANENT', '554'],
    ['content that is refused for now', { code: 'EMESSAGE', responseCode: 452, command: 'DATA' }, 'TRANSIENT', '452'],
    ['no usable recipient', { code: 'EENVELOPE', command: 'API' }, 'PERMANENT', 'EENVELOPE'],
    ['a wrong password of ours', { code: 'EAUTH', responseCode: 535, command: 'AUTH PLAIN' }, 'TRANSIENT', '535'],
    ['a sender of ours that is refused', { code: 'EENVELOPE', responseCode: 553, command: 'MAIL FROM' }, 'TRANSIENT', '553'],
    ['a greeting that refuses everybody', { code: 'EPROTOCOL', responseCode: 554, command: 'CONN' }, 'TRANSIENT', '554'],
  ])('sorts %s', (_, fields, kind, code) => {
    expect(mailErrorOf(failure(fields))).toMatchObject({ kind, code });
  });

  it('has no address in anything that could be printed', () => {
    const error = mailErrorOf(failure({ code: 'EENVELOPE', responseCode: 550, command: 'RCPT TO', rejected: ['chen@example.test'] }));
    expect(inspect(error, { depth: 5 })).not.toContain('@example');
    expect(error.message).toBe('the mail server did not take the mail (PERMANENT, 550)');
  });
});
