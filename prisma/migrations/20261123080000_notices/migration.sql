-- CreateTable
CREATE TABLE "notice" (
    "id" UUID NOT NULL,
    "schoolId" UUID,
    "provinceCode" TEXT,
    "audience" TEXT NOT NULL,
    "schoolIds" UUID[],
    "collegeIds" UUID[],
    "cohorts" INTEGER[],
    "stages" TEXT[],
    "titleZh" TEXT NOT NULL,
    "textZh" TEXT NOT NULL,
    "titleEn" TEXT,
    "textEn" TEXT,
    "pinned" BOOLEAN NOT NULL DEFAULT false,
    "publishFrom" TIMESTAMPTZ(3) NOT NULL,
    "publishUntil" TIMESTAMPTZ(3),
    "withdrawnAt" TIMESTAMPTZ(3),
    "writtenBy" UUID NOT NULL,
    "writtenAt" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "wordsVersion" INTEGER NOT NULL DEFAULT 1,
    "idempotencyKey" TEXT NOT NULL,
    "requestDigest" TEXT NOT NULL,

    CONSTRAINT "notice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notice_read" (
    "noticeId" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "readAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "notice_read_pkey" PRIMARY KEY ("accountId","noticeId")
);

-- CreateIndex
CREATE INDEX "notice_publishFrom_idx" ON "notice"("publishFrom");

-- CreateIndex
CREATE UNIQUE INDEX "notice_writtenBy_idempotencyKey_key" ON "notice"("writtenBy", "idempotencyKey");

-- CreateIndex
CREATE INDEX "notice_read_noticeId_idx" ON "notice_read"("noticeId");

-- AddForeignKey
ALTER TABLE "notice_read" ADD CONSTRAINT "notice_read_noticeId_fkey" FOREIGN KEY ("noticeId") REFERENCES "notice"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- One publisher, and what is for everybody can leave nobody out: nothing is known of who reads it.
ALTER TABLE "notice" ADD CONSTRAINT "notice_publisher" CHECK (num_nonnulls("schoolId", "provinceCode") <= 1);
ALTER TABLE "notice" ADD CONSTRAINT "notice_for_everyone" CHECK ("audience" <> 'EVERYONE'
    OR cardinality("schoolIds") + cardinality("collegeIds") + cardinality("cohorts") + cardinality("stages") = 0);
ALTER TABLE "notice" ADD CONSTRAINT "notice_dates" CHECK ("publishUntil" > "publishFrom");

-- What was published stays on record: it is withdrawn, not deleted.
DO $$
BEGIN
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'quxiang_app') THEN
        REVOKE DELETE ON "notice" FROM quxiang_app;
        GRANT SELECT, INSERT, UPDATE ON "notice", "notice_read" TO quxiang_app;
    END IF;
END
$$;
