-- A cluster that was restored from a dump counts its transactions from the beginning. The audit log goes on where it was: what it adds to the
-- cluster's own count stands in a function, which a dump carries and which is only the owner's to replace (decision 0006).
CREATE FUNCTION "audit_base"() RETURNS bigint LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN 0;

ALTER TABLE "audit_event" ALTER COLUMN "transactionId" SET DEFAULT ("audit_base"() + ((pg_current_xact_id())::text)::bigint);
