ALTER TABLE "list_export" ALTER COLUMN "requestedAt" SET DEFAULT app_now();
ALTER TABLE "print_batch" ALTER COLUMN "requestedAt" SET DEFAULT app_now();
