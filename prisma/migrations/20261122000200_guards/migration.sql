-- What the database itself refuses, whoever writes. The transitions are the domain's tables; a test holds them equal.
INSERT INTO "status_transition" ("subject", "from", "to") VALUES
    ('submission', 'COLLEGE_REVIEW', 'SCHOOL_REVIEW'),
    ('submission', 'COLLEGE_REVIEW', 'RETURNED'),
    ('submission', 'COLLEGE_REVIEW', 'WITHDRAWN'),
    ('submission', 'COLLEGE_REVIEW', 'LAPSED'),
    ('submission', 'SCHOOL_REVIEW', 'APPROVED'),
    ('submission', 'SCHOOL_REVIEW', 'RETURNED'),
    ('submission', 'SCHOOL_REVIEW', 'WITHDRAWN'),
    ('submission', 'SCHOOL_REVIEW', 'LAPSED'),
    ('submission', 'SCHOOL_REVIEW', 'VOIDED'),
    ('submission', 'RETURNED', 'LAPSED'),
    ('submission', 'APPROVED', 'SUPERSEDED'),
    ('submission', 'APPROVED', 'VOIDED'),
    ('confirmation', 'NOT_REPORTED', 'UNCONFIRMED'),
    ('confirmation', 'UNCONFIRMED', 'CONFIRMED'),
    ('confirmation', 'UNCONFIRMED', 'DISPUTED'),
    ('confirmation', 'UNCONFIRMED', 'NOT_REPORTED'),
    ('confirmation', 'CONFIRMED', 'UNCONFIRMED'),
    ('confirmation', 'CONFIRMED', 'NOT_REPORTED'),
    ('confirmation', 'DISPUTED', 'UNCONFIRMED'),
    ('confirmation', 'DISPUTED', 'NOT_REPORTED'),
    ('grant', 'ACTIVE', 'EXPIRED'),
    ('grant', 'ACTIVE', 'CLOSED'),
    ('grant', 'ACTIVE', 'INVALIDATED'),
    ('transferNumber', 'ACTIVE', 'INVALIDATED'),
    ('transferNumber', 'ACTIVE', 'ENDED'),
    ('basicCheck', 'PENDING', 'CHECKED'),
    ('basicCheck', 'PENDING', 'DISPUTED'),
    ('basicCheck', 'DISPUTED', 'PENDING');

-- Arguments: subject of the transition table, name of the status column. The messages hold no data.
CREATE FUNCTION guard_transition() RETURNS TRIGGER LANGUAGE plpgsql AS $$
DECLARE
    was TEXT := to_jsonb(OLD) ->> TG_ARGV[1];
    becomes TEXT := to_jsonb(NEW) ->> TG_ARGV[1];
BEGIN
    IF was IS DISTINCT FROM becomes AND NOT EXISTS (
        SELECT FROM "status_transition" t WHERE t."subject" = TG_ARGV[0] AND t."from" = was AND t."to" = becomes
    ) THEN
        RAISE EXCEPTION 'transition of % from % to % is not allowed', TG_ARGV[0], was, becomes USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END
$$;

CREATE TRIGGER "submission_transition" BEFORE UPDATE OF "status" ON "section_version"
    FOR EACH ROW EXECUTE FUNCTION guard_transition('submission', 'status');
CREATE TRIGGER "confirmation_transition" BEFORE UPDATE OF "confirmationStatus" ON "graduate"
    FOR EACH ROW EXECUTE FUNCTION guard_transition('confirmation', 'confirmationStatus');
CREATE TRIGGER "basic_check_transition" BEFORE UPDATE OF "basicCheck" ON "graduate"
    FOR EACH ROW EXECUTE FUNCTION guard_transition('basicCheck', 'basicCheck');
CREATE TRIGGER "grant_transition" BEFORE UPDATE OF "status" ON "verification_grant"
    FOR EACH ROW EXECUTE FUNCTION guard_transition('grant', 'status');
CREATE TRIGGER "transfer_number_transition" BEFORE UPDATE OF "status" ON "transfer_number"
    FOR EACH ROW EXECUTE FUNCTION guard_transition('transferNumber', 'status');

-- A submission is immutable: a correction is a new version.
CREATE FUNCTION guard_submission_content() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a submission is immutable' USING ERRCODE = 'check_violation';
END
$$;
CREATE TRIGGER "submission_content" BEFORE UPDATE OF "content", "contentDigest", "evidenceIds", "graduateId", "section", "intent", "source"
    ON "section_version" FOR EACH ROW EXECUTE FUNCTION guard_submission_content();

-- At most one at a desk, at most one in force, at most one live number of a kind (R14, R28, X6).
CREATE UNIQUE INDEX "section_version_one_in_review" ON "section_version" ("graduateId", "section") WHERE "status" IN ('COLLEGE_REVIEW', 'SCHOOL_REVIEW');
CREATE UNIQUE INDEX "section_version_one_in_force" ON "section_version" ("graduateId", "section") WHERE "status" = 'APPROVED';
CREATE UNIQUE INDEX "verification_grant_one_active" ON "verification_grant" ("graduateId", "kind") WHERE "status" = 'ACTIVE';
CREATE UNIQUE INDEX "transfer_number_one_active" ON "transfer_number" ("graduateId", "kind") WHERE "status" = 'ACTIVE';

-- What the sweepers look for; both stay almost empty.
CREATE INDEX "command_unfinished" ON "command" ("receivedAt") WHERE "outcome" IS NULL OR "acknowledgedAt" IS NULL;
CREATE INDEX "outbox_undelivered" ON "outbox" ("id") WHERE "deliveredAt" IS NULL;
CREATE INDEX "notification_pending" ON "notification" ("nextAttemptAt") WHERE "mailStatus" = 'PENDING';

CREATE FUNCTION guard_clock() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
    IF NEW."offsetMs" < OLD."offsetMs" THEN
        RAISE EXCEPTION 'the clock moves forward only' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER "development_clock_forward_only" BEFORE UPDATE ON "development_clock" FOR EACH ROW EXECUTE FUNCTION guard_clock();

-- Rights of the application's role, where it is another than the owner of the schema: the audit log is append-only for it.
DO $$
BEGIN
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'quxiang_app') THEN
        GRANT USAGE ON SCHEMA public TO quxiang_app;
        GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO quxiang_app;
        GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO quxiang_app;
        REVOKE UPDATE, DELETE ON "audit_event", "audit_seal" FROM quxiang_app;
        REVOKE INSERT, UPDATE, DELETE ON "development_clock", "status_transition" FROM quxiang_app;
    END IF;
END
$$;
