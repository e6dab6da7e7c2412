-- What the retention of photographs of receipts looks through.
CREATE INDEX "dispatch_photographs" ON "dispatch" ("graduateId") WHERE "photographKey" IS NOT NULL;
