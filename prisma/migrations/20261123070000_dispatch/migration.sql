-- CreateTable
CREATE TABLE "dispatch_serial" (
    "schoolId" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "last" INTEGER NOT NULL,

    CONSTRAINT "dispatch_serial_pkey" PRIMARY KEY ("schoolId","year")
);

-- CreateTable
CREATE TABLE "dispatch" (
    "id" UUID NOT NULL,
    "schoolId" UUID NOT NULL,
    "graduateId" UUID NOT NULL,
    "status" TEXT NOT NULL,
    "year" INTEGER,
    "serial" INTEGER,
    "transferNumberId" UUID,
    "target" JSONB,
    "office" JSONB,
    "volumes" INTEGER NOT NULL DEFAULT 1,
    "checklist" JSONB NOT NULL,
    "carrier" TEXT,
    "trackingNumber" TEXT,
    "preparedBy" UUID NOT NULL,
    "preparedAt" TIMESTAMPTZ(3) NOT NULL,
    "sentAt" TIMESTAMPTZ(3),
    "reportedAt" TIMESTAMPTZ(3),
    "reporterName" TEXT,
    "reporterPhone" TEXT,
    "photographKey" TEXT,
    "photographType" TEXT,
    "closedAt" TIMESTAMPTZ(3),
    "arrivedOn" TEXT,
    "note" TEXT,
    "keptUntil" TEXT,
    "remindedAt" TIMESTAMPTZ(3),
    "lostCaseAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "followedVersion" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "dispatch_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "dispatch_graduateId_idx" ON "dispatch"("graduateId");

-- CreateIndex
CREATE UNIQUE INDEX "dispatch_schoolId_year_serial_key" ON "dispatch"("schoolId", "year", "serial");

-- AddForeignKey
ALTER TABLE "dispatch_serial" ADD CONSTRAINT "dispatch_serial_schoolId_fkey" FOREIGN KEY ("schoolId") REFERENCES "school"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dispatch" ADD CONSTRAINT "dispatch_schoolId_fkey" FOREIGN KEY ("schoolId") REFERENCES "school"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dispatch" ADD CONSTRAINT "dispatch_graduateId_fkey" FOREIGN KEY ("graduateId") REFERENCES "graduate"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- The transitions are the domain's table (domain/dispatch/dispatch-status.ts); a test holds them equal.
INSERT INTO "status_transition" ("subject", "from", "to") VALUES
    ('dispatch', 'PREPARED', 'SENT'),
    ('dispatch', 'PREPARED', 'CANCELLED'),
    ('dispatch', 'SENT', 'REPORTED'),
    ('dispatch', 'SENT', 'RECEIVED'),
    ('dispatch', 'SENT', 'REFUSED'),
    ('dispatch', 'SENT', 'RETURNED'),
    ('dispatch', 'SENT', 'REDIRECTED'),
    ('dispatch', 'SENT', 'LOST'),
    ('dispatch', 'REPORTED', 'RECEIVED'),
    ('dispatch', 'REPORTED', 'REFUSED'),
    ('dispatch', 'REPORTED', 'RETURNED'),
    ('dispatch', 'REPORTED', 'REDIRECTED'),
    ('dispatch', 'REPORTED', 'LOST'),
    ('dispatch', 'KEPT_AT_SCHOOL', 'RELEASED');
CREATE TRIGGER "dispatch_transition" BEFORE UPDATE OF "status" ON "dispatch"
    FOR EACH ROW EXECUTE FUNCTION guard_transition('dispatch', 'status');

-- A serial is taken once and stays: what is printed on three papers cannot be given to another file (R64).
CREATE FUNCTION guard_dispatch_serial() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the serial and the destination of a dispatch stay' USING ERRCODE = 'check_violation';
END
$$;
CREATE TRIGGER "dispatch_serial_stays" BEFORE UPDATE OF "schoolId", "graduateId", "year", "serial", "target", "preparedAt" ON "dispatch"
    FOR EACH ROW EXECUTE FUNCTION guard_dispatch_serial();
ALTER TABLE "dispatch" ADD CONSTRAINT "dispatch_numbered" CHECK ("status" IN ('KEPT_AT_SCHOOL', 'RELEASED')
    OR ("serial" >= 1 AND "year" IS NOT NULL AND "transferNumberId" IS NOT NULL AND "target" IS NOT NULL AND "office" IS NOT NULL));

-- At most one file of a graduate is somewhere.
CREATE UNIQUE INDEX "dispatch_one_holding" ON "dispatch" ("graduateId") WHERE "status" IN ('PREPARED', 'SENT', 'REPORTED', 'RECEIVED', 'KEPT_AT_SCHOOL');
-- What the sweep looks for; stays almost empty.
CREATE INDEX "dispatch_to_follow" ON "dispatch" ("id") WHERE "followedVersion" < "version";

-- No row goes away: that would be a gap.
DO $$
BEGIN
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'quxiang_app') THEN
        REVOKE DELETE ON "dispatch", "dispatch_serial" FROM quxiang_app;
        GRANT SELECT, INSERT, UPDATE ON "dispatch", "dispatch_serial" TO quxiang_app;
    END IF;
END
$$;
