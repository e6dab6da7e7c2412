-- Evidence is kept for a time (docs/decisions/0020).
-- AlterTable
ALTER TABLE "evidence" ADD COLUMN "goneAt" TIMESTAMPTZ(3);

-- What the retention looks through.
CREATE INDEX "evidence_kept" ON "evidence" ("graduateId") WHERE "goneAt" IS NULL;

DO $$
BEGIN
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'quxiang_app') THEN
        GRANT UPDATE ("goneAt") ON "evidence" TO quxiang_app;
    END IF;
END
$$;
