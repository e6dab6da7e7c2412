import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { diffMigrationsToSchema } from './stack/migrations.ts';
import { projectFolders } from './stack/migrations/migration-files.ts';
import { withTemporaryPostgres } from './stack/temporary-postgres.ts';

const [name] = process.argv.slice(2);
if (!name || !/^[a-z0-9_]+$/.test(name)) {
  process.stderr.write('Usage: npm run migrate:new -- add_grant_index   (small letters, digits and _)\n');
  process.exit(1);
}
const script = await withTemporaryPostgres(({ adminUrl }) => diffMigrationsToSchema(adminUrl));
const stamp = new Date().toISOString().replaceAll(/\D/g, '').slice(0, 14);
const folder = join(projectFolders.migrations, `${stamp}_${name}`);
await mkdir(folder);
await writeFile(
  join(folder, 'migration.sql'),
  `${script || '-- The schema asks for nothing: write what Prisma cannot say (grants, triggers, checks).'}\n`,
);
process.stdout.write(`${join(folder, 'migration.sql')}\nRead it before you keep it.\n`);
