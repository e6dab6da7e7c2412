-- In which language somebody is written to.
ALTER TABLE "account" ADD COLUMN "language" TEXT NOT NULL DEFAULT 'zh' CHECK ("language" IN ('zh', 'en'));
