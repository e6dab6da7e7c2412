#!/bin/sh
# Makes Temporal's two databases and brings their tables up to date. May be repeated.
set -eu
for database in temporal temporal_visibility; do
  schema=${database#temporal_}
  temporal-sql-tool --db "$database" create || true
  temporal-sql-tool --quiet --db "$database" setup-schema -v 0.0 || true
  temporal-sql-tool --db "$database" update-schema --schema-name "postgresql/v12/$schema"
done
