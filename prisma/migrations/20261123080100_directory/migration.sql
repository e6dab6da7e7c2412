-- CreateTable
CREATE TABLE "receiving_unit" (
    "id" UUID NOT NULL,
    "owner" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "regionCode" TEXT NOT NULL,
    "address" TEXT,
    "postcode" TEXT,
    "contact" TEXT,
    "phone" TEXT,
    "mayHoldFiles" BOOLEAN,
    "source" TEXT NOT NULL,
    "checkedAt" TIMESTAMPTZ(3),
    "checkedBy" TEXT,
    "confirmedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "receiving_unit_pkey" PRIMARY KEY ("id")
);
ALTER TABLE "receiving_unit" ADD CONSTRAINT "receiving_unit_checked" CHECK (num_nulls("checkedAt", "checkedBy") <> 1);

-- A name as it is compared: without width, case, spaces and punctuation. What LIKE would take for a sign is among them.
CREATE FUNCTION unit_key("name" TEXT) RETURNS TEXT LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
    SELECT lower(regexp_replace(normalize($1, NFKC), '[[:space:]()\[\]{}<>"''.,:;/\\_%*·、。《》〈〉【】〔〕“”‘’—–-]', '', 'g'))
$$;

-- What the search asks of a name: its single characters and its pairs. Trigrams would not do: people type two characters of a name.
CREATE FUNCTION text_pieces("text" TEXT, "longest" INT) RETURNS TEXT[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
    SELECT coalesce(array_agg(DISTINCT substr($1, "at", "length")), '{}') FROM generate_series(1, char_length($1)) "at", generate_series(1, $2) "length"
    WHERE "at" + "length" - 1 <= char_length($1)
$$;

-- The pieces of the name, and the region at its three levels.
CREATE FUNCTION unit_pieces("name" TEXT, "regionCode" TEXT) RETURNS TEXT[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
    SELECT public.text_pieces(public.unit_key($1), 2) || ARRAY['#' || left($2, 2), '#' || left($2, 4), '#' || $2]
$$;

-- What must be among them for a text and a region, either of which may be empty: the longest pieces say the most.
CREATE FUNCTION sought_pieces("text" TEXT, "regionCode" TEXT) RETURNS TEXT[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
    SELECT CASE WHEN char_length(public.unit_key($1)) = 1 THEN ARRAY[public.unit_key($1)]
        ELSE (SELECT coalesce(array_agg(piece), '{}') FROM unnest(public.text_pieces(public.unit_key($1), 2)) piece WHERE char_length(piece) = 2) END
      || CASE WHEN $2 = '' THEN '{}'::text[] ELSE ARRAY['#' || regexp_replace($2, '(00)+$', '')] END
$$;

CREATE UNIQUE INDEX "receiving_unit_one_of_name" ON "receiving_unit" ("owner", unit_key("name"), "regionCode");
-- By characters, whatever the locale: that is what a beginning is looked up in, and the order of lists.
CREATE INDEX "receiving_unit_names" ON "receiving_unit" ((unit_key("name") COLLATE "C"), "id");
CREATE INDEX "receiving_unit_checked" ON "receiving_unit" ("owner") WHERE "checkedAt" IS NOT NULL;
-- At once and not by a list of what is pending: it is searched far more often than written.
CREATE INDEX "receiving_unit_pieces" ON "receiving_unit" USING gin (unit_pieces("name", "regionCode")) WITH (fastupdate = off);

DO $$
BEGIN
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'quxiang_app') THEN
        GRANT SELECT, INSERT, UPDATE, DELETE ON "receiving_unit" TO quxiang_app;
    END IF;
END
$$;
