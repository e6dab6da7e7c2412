-- What the sweep looks for; stays almost empty.
CREATE INDEX "transfer_number_batch_running" ON "transfer_number_batch" ("requestedAt") WHERE "status" = 'RUNNING';
CREATE INDEX "list_export_waiting" ON "list_export" ("requestedAt") WHERE "status" = 'WAITING';
