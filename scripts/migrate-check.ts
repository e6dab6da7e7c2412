import { diffMigrationsToSchema } from './stack/migrations.ts';
import { withTemporaryPostgres } from './stack/temporary-postgres.ts';

const missing = await withTemporaryPostgres(({ adminUrl }) => diffMigrationsToSchema(adminUrl));
if (missing !== '') {
  process.stderr.write(
    `The migrations do not lead to prisma/schema. Missing:\n\n${missing}\n\nWrite it with: npm run migrate:new -- what_changes\n`,
  );
  process.exit(1);
}
process.stdout.write('The migrations lead to prisma/schema.\n');
