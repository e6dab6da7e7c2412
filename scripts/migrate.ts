import { createPool } from '../infra/database/pool.ts';
import { continueAuditCount } from '../infra/record/audit-count.ts';
import { applyMigrations } from './stack/migrations.ts';

const adminUrl = process.env['DATABASE_ADMIN_URL'];
if (!adminUrl) {
  process.stderr.write('DATABASE_ADMIN_URL is missing: the address of the database under the role that owns the schema.\n');
  process.exit(1);
}
const applied = await applyMigrations(adminUrl);
process.stdout.write(applied.length === 0 ? 'No migration was missing.\n' : `Applied: ${applied.join(', ')}\n`);
const owner = createPool(adminUrl, 1);
if (await continueAuditCount(owner)) process.stdout.write('This database was restored from a dump: its audit log goes on where it was.\n');
await owner.end();
