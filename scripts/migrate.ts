import { applyMigrations } from './stack/migrations.ts';

const adminUrl = process.env['DATABASE_ADMIN_URL'];
if (!adminUrl) {
  process.stderr.write('DATABASE_ADMIN_URL is missing: the address of the database under the role that owns the schema.\n');
  process.exit(1);
}
const applied = await applyMigrations(adminUrl);
process.stdout.write(applied.length === 0 ? 'No migration was missing.\n' : `Applied: ${applied.join(', ')}\n`);
