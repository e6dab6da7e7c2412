-- Counters of the rate limits, shared by all replicas. The library reads and writes these three columns.
CREATE TABLE "rate_limit" (
    "key" VARCHAR(255) NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key")
);

-- What has run out is deleted every few minutes.
CREATE INDEX "rate_limit_expire_idx" ON "rate_limit"("expire");

DO $$
BEGIN
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'quxiang_app') THEN
        GRANT SELECT, INSERT, UPDATE, DELETE ON "rate_limit" TO quxiang_app;
    END IF;
END
$$;
