-- Filters that a person keeps by name, with their account instead of on one machine.
CREATE TABLE "saved_filters" (
    "accountId" UUID NOT NULL,
    "list" TEXT NOT NULL,
    "filters" JSONB NOT NULL,

    CONSTRAINT "saved_filters_pkey" PRIMARY KEY ("accountId","list")
);

ALTER TABLE "saved_filters" ADD CONSTRAINT "saved_filters_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

DO $$
BEGIN
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'quxiang_app') THEN
        GRANT SELECT, INSERT, UPDATE ON "saved_filters" TO quxiang_app;
    END IF;
END
$$;
