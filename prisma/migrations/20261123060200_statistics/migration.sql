-- DropIndex
DROP INDEX "statement_createdAt";

-- CreateTable
CREATE TABLE "statistic_figure" (
    "id" UUID NOT NULL,
    "schoolId" UUID NOT NULL,
    "cohort" INTEGER NOT NULL,
    "formula" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "publishedAt" TIMESTAMPTZ(3) NOT NULL,
    "publishedBy" UUID NOT NULL,
    "inputsDigest" TEXT NOT NULL,
    "figureDigest" TEXT NOT NULL,
    "figure" JSONB NOT NULL,

    CONSTRAINT "statistic_figure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "statistic_input" (
    "figureId" UUID NOT NULL,
    "graduateId" UUID NOT NULL,
    "versionId" UUID,
    "destinationCode" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "collegeId" UUID,
    "major" TEXT NOT NULL,
    "industry" TEXT,
    "nature" TEXT,
    "region" TEXT,

    CONSTRAINT "statistic_input_pkey" PRIMARY KEY ("figureId","graduateId")
);

-- CreateIndex
CREATE UNIQUE INDEX "statistic_figure_schoolId_cohort_number_key" ON "statistic_figure"("schoolId", "cohort", "number");

-- AddForeignKey
ALTER TABLE "statistic_input" ADD CONSTRAINT "statistic_input_figureId_fkey" FOREIGN KEY ("figureId") REFERENCES "statistic_figure"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Append-only for the application: what was published stays as it was.
DO $$
BEGIN
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'quxiang_app') THEN
        GRANT SELECT, INSERT ON "statistic_figure", "statistic_input" TO quxiang_app;
    END IF;
END
$$;
