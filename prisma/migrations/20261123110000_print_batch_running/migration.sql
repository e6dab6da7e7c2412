-- What the sweep of stored batches looks for; stays almost empty.
CREATE INDEX "print_batch_running" ON "print_batch" ("requestedAt") WHERE "status" = 'RUNNING';
