-- A cutoff leaves a hundred thousand messages of one instant: their order must come from the index, not from a sort for each batch.
DROP INDEX "notification_pending";
CREATE INDEX "notification_pending" ON "notification" ("nextAttemptAt", "id") WHERE "mailStatus" = 'PENDING';
