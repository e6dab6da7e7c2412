import { renderTable } from '../text-table.ts';
import type { DemonstrationAccount } from './demonstration-accounts.ts';

export interface Summary {
  publicUrl: string;
  temporalUiUrl: string;
  namespace: string;
  mailUrl: string | undefined;
  issuer: string;
  databaseAddress: string;
  dataFolder: string;
  accounts: readonly DemonstrationAccount[];
}

/** What a person sees once everything is up: addresses, people to sign in as, three things to try. */
export function renderSummary(summary: Summary): string {
  const { publicUrl, temporalUiUrl, namespace, mailUrl, issuer, accounts } = summary;
  const addresses = [
    ['Pages', publicUrl],
    ['API and its documentation', `${publicUrl}/api/docs`],
    ['Temporal UI', `${temporalUiUrl}/namespaces/${namespace}/workflows`],
    ...(mailUrl === undefined ? [] : [['Mails', mailUrl]]),
    ['OpenID provider', issuer],
    ['PostgreSQL', summary.databaseAddress],
    ['Data and logs', summary.dataFolder],
  ];
  const people = accounts.map(({ role, name, user, password, signIn }) => [
    role,
    name,
    user,
    password,
    signIn === 'provider' ? 'OpenID' : 'staff page',
  ]);
  return [
    '',
    '毕业去向登记 quxiang is up. Sample data only; not the official service.',
    '',
    renderTable(['What', 'Where'], addresses),
    ...(people.length === 0 ? [] : ['', renderTable(['Role', 'Name', 'User', 'Password', 'Sign in'], people)]),
    '',
    'Three things to try',
    "  1. npm run demo, in another terminal: one school's season, each step with a link to its workflow.",
    `  2. ${publicUrl}: sign in as a graduate, submit a section; then decide on it as a reviewer of the school.`,
    `  3. ${temporalUiUrl}/namespaces/${namespace}/workflows: open a graduate's workflow; its query says what it waits for and until when.`,
    '',
    'Ctrl-C stops everything and keeps the data; npm start -- --reset begins afresh.',
    '',
  ].join('\n');
}
