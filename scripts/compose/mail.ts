import { startMail } from '../stack/mail.ts';
import { required } from './required.ts';
import { stopOnSignal } from './until-stopped.ts';

const mail = await startMail({
  directory: required('MAIL_DIR'),
  host: '0.0.0.0',
  smtpPort: Number(required('SMTP_PORT')),
  webPort: Number(required('MAIL_PORT')),
});
stopOnSignal(() => mail.stop());
process.stdout.write('The mail server is up. It delivers nothing.\n');
