-- What the calendar of a school and cohort has done: once each, whoever runs it again (R55, R56, X14).
CREATE TABLE "calendar_step" (
    "schoolId" UUID NOT NULL,
    "cohort" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "doneAt" TIMESTAMPTZ(3) NOT NULL,
    "counts" JSONB NOT NULL,

    CONSTRAINT "calendar_step_pkey" PRIMARY KEY ("schoolId", "cohort", "kind", "dueAt")
);

-- The departure snapshot (R57, X14): numbered, signed, never changed.
CREATE TABLE "departure_snapshot" (
    "id" UUID NOT NULL,
    "schoolId" UUID NOT NULL,
    "cohort" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "departureAt" TIMESTAMPTZ(3) NOT NULL,
    "takenAt" TIMESTAMPTZ(3) NOT NULL,
    "entryCount" INTEGER NOT NULL,
    "unsettledCount" INTEGER NOT NULL,
    "root" TEXT NOT NULL,
    "keyId" TEXT NOT NULL,
    "signature" TEXT NOT NULL,

    CONSTRAINT "departure_snapshot_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "departure_snapshot_schoolId_cohort_number_key" ON "departure_snapshot"("schoolId", "cohort", "number");
CREATE UNIQUE INDEX "departure_snapshot_schoolId_cohort_departureAt_key" ON "departure_snapshot"("schoolId", "cohort", "departureAt");

CREATE TABLE "departure_entry" (
    "snapshotId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "graduateId" UUID NOT NULL,
    "destinationCode" TEXT NOT NULL,
    "versionId" UUID,
    "contentDigest" TEXT,

    CONSTRAINT "departure_entry_pkey" PRIMARY KEY ("snapshotId", "position")
);
CREATE UNIQUE INDEX "departure_entry_snapshotId_graduateId_key" ON "departure_entry"("snapshotId", "graduateId");

ALTER TABLE "calendar_step" ADD CONSTRAINT "calendar_step_schoolId_fkey" FOREIGN KEY ("schoolId") REFERENCES "school"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "departure_snapshot" ADD CONSTRAINT "departure_snapshot_schoolId_fkey" FOREIGN KEY ("schoolId") REFERENCES "school"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "departure_entry" ADD CONSTRAINT "departure_entry_snapshotId_fkey" FOREIGN KEY ("snapshotId") REFERENCES "departure_snapshot"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Append-only for the application.
GRANT SELECT, INSERT ON "calendar_step", "departure_snapshot", "departure_entry" TO quxiang_app;

-- The sweep reads the open graduates of a cohort in the order of their ids.
CREATE INDEX "graduate_open_at_cutoff" ON "graduate" ("schoolId", "cohort", "id") WHERE "cutoffRecordedAt" IS NULL AND "endedAt" IS NULL;
