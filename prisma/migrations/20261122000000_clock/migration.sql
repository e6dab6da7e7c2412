-- One clock for the whole record. In development it can be moved forward; production has no row here (checked at start-up).
CREATE TABLE "development_clock" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "offsetMs" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "development_clock_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "development_clock_single" CHECK ("id" = 1),
    CONSTRAINT "development_clock_forward" CHECK ("offsetMs" >= 0)
);

CREATE FUNCTION app_now() RETURNS TIMESTAMPTZ LANGUAGE sql STABLE AS $$
    SELECT clock_timestamp() + coalesce((SELECT "offsetMs" FROM "development_clock"), 0) * INTERVAL '1 millisecond'
$$;
