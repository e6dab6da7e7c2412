import pg from 'pg';
import { Connection } from '@temporalio/client';
import { HttpBrowser } from '../../../scripts/stack/http-browser.ts';
import { listReceivedMails } from '../../../scripts/stack/received-mails.ts';
import { stackAddresses } from '../../support/stack/addresses.ts';
import { createTestDatabase } from '../../support/stack/database.ts';

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

describe('the components of a test run', () => {
  it('give each test file a migrated database of its own, under two roles', async () => {
    const [first, second] = await Promise.all([createTestDatabase(), createTestDatabase()]);
    try {
      expect(await ask(first.url, 'SELECT current_user AS role')).toEqual([{ role: 'quxiang_app' }]);
      expect(await ask(first.adminUrl, 'SELECT current_user AS role')).toEqual([{ role: 'quxiang_admin' }]);
      await ask(first.adminUrl, 'CREATE TABLE only_here (id int)');
      expect(await ask(second.adminUrl, `SELECT to_regclass('only_here') AS name`)).toEqual([{ name: null }]);
      await expect(ask(first.url, 'DROP TABLE only_here')).rejects.toThrow('must be owner');
      expect(await ask(first.adminUrl, `SELECT count(*)::int AS unfinished FROM _prisma_migrations WHERE finished_at IS NULL`)).toEqual([
        { unfinished: 0 },
      ]);
    } finally {
      await Promise.all([first.drop(), second.drop()]);
    }
    await expect(ask(first.url, 'SELECT 1')).rejects.toThrow('does not exist');
  });

  it('include a Temporal server that knows the search attributes and skips time', async () => {
    const { address, namespace } = stackAddresses().temporal;
    const connection = await Connection.connect({ address });
    try {
      const { customAttributes } = await connection.operatorService.listSearchAttributes({ namespace });
      expect(Object.keys(customAttributes)).toEqual(expect.arrayContaining(['QxSchool', 'QxCohort', 'QxStage', 'QxOverdue']));
      const { namespaceInfo } = await connection.workflowService.describeNamespace({ namespace });
      expect(namespaceInfo?.capabilities).toMatchObject({ syncUpdate: true });
    } finally {
      await connection.close();
    }
  });

  it('include mail and identity provider', async () => {
    const { mail, identity } = stackAddresses();
    expect(Array.isArray(await listReceivedMails(mail.webUrl))).toBe(true);
    const discovery = await new HttpBrowser().get(`${identity.issuer}/.well-known/openid-configuration`);
    expect(JSON.parse(discovery.body)).toMatchObject({ issuer: identity.issuer, acr_values_supported: [identity.proofingAcr] });
  });
});
