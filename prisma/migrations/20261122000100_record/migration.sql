-- CreateTable
CREATE TABLE "province" (
    "code" CHAR(6) NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "province_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "school" (
    "id" UUID NOT NULL,
    "code" CHAR(5) NOT NULL,
    "name" TEXT NOT NULL,
    "provinceCode" CHAR(6) NOT NULL,
    "officeEmail" TEXT,
    "officePhone" TEXT,

    CONSTRAINT "school_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "college" (
    "id" UUID NOT NULL,
    "schoolId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "officeEmail" TEXT,

    CONSTRAINT "college_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "account" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "displayName" TEXT NOT NULL,
    "signInName" TEXT,
    "email" TEXT,
    "issuer" TEXT,
    "subject" TEXT,
    "passwordHash" TEXT,
    "totpSecretSealed" TEXT,
    "failedSignIns" INTEGER NOT NULL DEFAULT 0,
    "lockedUntil" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "staff_role" (
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "provinceCode" CHAR(6),
    "schoolId" UUID,
    "collegeId" UUID,

    CONSTRAINT "staff_role_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "tokenDigest" TEXT NOT NULL,
    "accountId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "proofedAt" TIMESTAMPTZ(3),

    CONSTRAINT "session_pkey" PRIMARY KEY ("tokenDigest")
);

-- CreateTable
CREATE TABLE "consent" (
    "accountId" UUID NOT NULL,
    "noticeVersion" TEXT NOT NULL,
    "acceptedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "consent_pkey" PRIMARY KEY ("accountId","noticeVersion")
);

-- CreateTable
CREATE TABLE "audit_event" (
    "seq" BIGSERIAL NOT NULL,
    "transactionId" BIGINT NOT NULL DEFAULT ((pg_current_xact_id())::text)::bigint,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor" TEXT NOT NULL,
    "actorRole" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "graduateId" UUID,
    "schoolId" UUID,
    "commandId" UUID,
    "fields" TEXT[],
    "digest" TEXT NOT NULL,
    "payloadSealed" TEXT,
    "rulePack" TEXT,

    CONSTRAINT "audit_event_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "audit_seal" (
    "id" BIGSERIAL NOT NULL,
    "fromTransaction" BIGINT NOT NULL,
    "toTransaction" BIGINT NOT NULL,
    "rowCount" INTEGER NOT NULL,
    "root" TEXT NOT NULL,
    "previousHead" TEXT NOT NULL,
    "head" TEXT NOT NULL,
    "keyId" TEXT NOT NULL,
    "signature" TEXT NOT NULL,
    "sealedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "audit_seal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rule_pack" (
    "id" TEXT NOT NULL,
    "provinceCode" CHAR(6),
    "cohort" INTEGER,
    "effectiveFrom" TIMESTAMPTZ(3) NOT NULL,
    "body" JSONB NOT NULL,

    CONSTRAINT "rule_pack_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "school_calendar" (
    "schoolId" UUID NOT NULL,
    "cohort" INTEGER NOT NULL,
    "registrationOpensAt" TIMESTAMPTZ(3),
    "registrationClosesAt" TIMESTAMPTZ(3),
    "dossierClosesAt" TIMESTAMPTZ(3),
    "confirmationOpensAt" TIMESTAMPTZ(3),
    "confirmationClosesAt" TIMESTAMPTZ(3),
    "departureAt" TIMESTAMPTZ(3),

    CONSTRAINT "school_calendar_pkey" PRIMARY KEY ("schoolId","cohort")
);

-- CreateTable
CREATE TABLE "status_transition" (
    "subject" TEXT NOT NULL,
    "from" TEXT NOT NULL,
    "to" TEXT NOT NULL,

    CONSTRAINT "status_transition_pkey" PRIMARY KEY ("subject","from","to")
);

-- CreateTable
CREATE TABLE "command" (
    "id" UUID NOT NULL,
    "graduateId" UUID NOT NULL,
    "actorId" UUID NOT NULL,
    "actorRole" TEXT NOT NULL,
    "idempotencyKey" TEXT NOT NULL,
    "bodyDigest" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL,
    "proofedAt" TIMESTAMPTZ(3),
    "outcome" JSONB,
    "appliedAt" TIMESTAMPTZ(3),
    "acknowledgedAt" TIMESTAMPTZ(3),

    CONSTRAINT "command_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "outbox" (
    "id" BIGSERIAL NOT NULL,
    "graduateId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "deliveredAt" TIMESTAMPTZ(3),

    CONSTRAINT "outbox_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "confirmation_record" (
    "id" UUID NOT NULL,
    "graduateId" UUID NOT NULL,
    "status" TEXT NOT NULL,
    "cause" TEXT NOT NULL,
    "recordDigest" TEXT,
    "disputeText" TEXT,
    "disputeFields" TEXT[],
    "actor" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "commandId" UUID,

    CONSTRAINT "confirmation_record_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "graduate" (
    "id" UUID NOT NULL,
    "schoolId" UUID NOT NULL,
    "collegeId" UUID,
    "accountId" UUID,
    "counsellorId" UUID,
    "cohort" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,
    "candidateNo" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "idType" TEXT NOT NULL,
    "idNumberSealed" TEXT NOT NULL,
    "idNumberIndex" TEXT NOT NULL,
    "gender" TEXT NOT NULL,
    "ethnicity" TEXT NOT NULL,
    "politicalStatus" TEXT NOT NULL,
    "educationLevel" TEXT NOT NULL,
    "trainingMode" TEXT NOT NULL,
    "targetUnit" TEXT,
    "major" TEXT NOT NULL,
    "majorCode" TEXT,
    "schoolingYears" TEXT NOT NULL,
    "studentNo" TEXT NOT NULL,
    "originRegion" TEXT NOT NULL,
    "urbanRural" TEXT,
    "enrolledAt" TEXT NOT NULL,
    "graduatedAt" TEXT NOT NULL,
    "dossierInSchool" BOOLEAN NOT NULL,
    "hukouInSchool" BOOLEAN NOT NULL,
    "phone" TEXT,
    "email" TEXT,
    "academicStatus" TEXT NOT NULL DEFAULT 'GRADUATED',
    "normalCategory" TEXT,
    "hardship" TEXT,
    "className" TEXT,
    "basicCheck" TEXT NOT NULL DEFAULT 'PENDING',
    "basicCheckedAt" TIMESTAMPTZ(3),
    "confirmationStatus" TEXT NOT NULL DEFAULT 'NOT_REPORTED',
    "confirmationChangedAt" TIMESTAMPTZ(3),
    "stage" TEXT NOT NULL DEFAULT 'CHECKING',
    "overdue" BOOLEAN NOT NULL DEFAULT false,
    "nextDeadline" TIMESTAMPTZ(3),
    "remindersDone" JSONB NOT NULL DEFAULT '{}',
    "cutoffRecordedAt" TIMESTAMPTZ(3),
    "endedAt" TIMESTAMPTZ(3),
    "workflowStartedAt" TIMESTAMPTZ(3),
    "auditKeySealed" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),

    CONSTRAINT "graduate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ticket" (
    "id" UUID NOT NULL,
    "graduateId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'OPEN',
    "fields" TEXT[],
    "note" TEXT NOT NULL,
    "proposed" JSONB,
    "evidenceIds" UUID[],
    "answer" TEXT,
    "openedAt" TIMESTAMPTZ(3) NOT NULL,
    "resolvedAt" TIMESTAMPTZ(3),
    "resolvedBy" UUID,

    CONSTRAINT "ticket_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "verification_grant" (
    "id" UUID NOT NULL,
    "graduateId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "numberSealed" TEXT NOT NULL,
    "numberIndex" TEXT NOT NULL,
    "deadline" TIMESTAMPTZ(3) NOT NULL,
    "issuedAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),
    "endCause" TEXT,
    "shownSealed" TEXT NOT NULL,

    CONSTRAINT "verification_grant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notification" (
    "id" UUID NOT NULL,
    "recipientKind" TEXT NOT NULL,
    "recipientId" UUID NOT NULL,
    "graduateId" UUID,
    "event" TEXT NOT NULL,
    "step" TEXT NOT NULL,
    "params" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "readAt" TIMESTAMPTZ(3),
    "mailStatus" TEXT NOT NULL DEFAULT 'PENDING',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "nextAttemptAt" TIMESTAMPTZ(3) NOT NULL,
    "sentAt" TIMESTAMPTZ(3),
    "failure" TEXT,

    CONSTRAINT "notification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "section_version" (
    "id" UUID NOT NULL,
    "graduateId" UUID NOT NULL,
    "section" TEXT NOT NULL,
    "intent" TEXT NOT NULL DEFAULT 'SET',
    "source" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "contentDigest" TEXT NOT NULL,
    "evidenceIds" UUID[],
    "destinationCode" TEXT,
    "submittedBy" UUID,
    "submittedAt" TIMESTAMPTZ(3) NOT NULL,
    "collegeDecidedBy" UUID,
    "collegeDecidedAt" TIMESTAMPTZ(3),
    "schoolDecidedBy" UUID,
    "schoolDecidedAt" TIMESTAMPTZ(3),
    "returnReason" TEXT,
    "returnText" TEXT,
    "returnFields" TEXT[],
    "statusSince" TIMESTAMPTZ(3) NOT NULL,
    "overdueToldAt" TIMESTAMPTZ(3),

    CONSTRAINT "section_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "evidence" (
    "id" UUID NOT NULL,
    "graduateId" UUID NOT NULL,
    "section" TEXT NOT NULL,
    "storageKey" TEXT NOT NULL,
    "mediaType" TEXT NOT NULL,
    "sizeBytes" INTEGER NOT NULL,
    "digest" TEXT NOT NULL,
    "uploadedBy" UUID NOT NULL,
    "uploadedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "evidence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "statement" (
    "contentKey" TEXT NOT NULL,
    "graduateId" UUID NOT NULL,
    "grantId" UUID,
    "transferNumberId" UUID,
    "sizeBytes" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "statement_pkey" PRIMARY KEY ("contentKey")
);

-- CreateTable
CREATE TABLE "transfer_number" (
    "id" UUID NOT NULL,
    "graduateId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "numberSealed" TEXT NOT NULL,
    "numberIndex" TEXT NOT NULL,
    "deadline" TIMESTAMPTZ(3) NOT NULL,
    "issuedBy" UUID NOT NULL,
    "issuedAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),
    "shownSealed" TEXT NOT NULL,

    CONSTRAINT "transfer_number_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "verification_record" (
    "id" UUID NOT NULL,
    "graduateId" UUID NOT NULL,
    "grantId" UUID,
    "transferNumberId" UUID,
    "kind" TEXT NOT NULL,
    "way" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "verification_record_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "school_code_key" ON "school"("code");

-- CreateIndex
CREATE UNIQUE INDEX "college_schoolId_name_key" ON "college"("schoolId", "name");

-- CreateIndex
CREATE UNIQUE INDEX "account_signInName_key" ON "account"("signInName");

-- CreateIndex
CREATE UNIQUE INDEX "account_issuer_subject_key" ON "account"("issuer", "subject");

-- CreateIndex
CREATE INDEX "staff_role_accountId_idx" ON "staff_role"("accountId");

-- CreateIndex
CREATE INDEX "session_expiresAt_idx" ON "session"("expiresAt");

-- CreateIndex
CREATE INDEX "audit_event_graduateId_seq_idx" ON "audit_event"("graduateId", "seq");

-- CreateIndex
CREATE INDEX "audit_event_transactionId_seq_idx" ON "audit_event"("transactionId", "seq");

-- CreateIndex
CREATE UNIQUE INDEX "audit_seal_fromTransaction_key" ON "audit_seal"("fromTransaction");

-- CreateIndex
CREATE UNIQUE INDEX "audit_seal_toTransaction_key" ON "audit_seal"("toTransaction");

-- CreateIndex
CREATE INDEX "command_graduateId_receivedAt_idx" ON "command"("graduateId", "receivedAt");

-- CreateIndex
CREATE UNIQUE INDEX "command_actorId_idempotencyKey_key" ON "command"("actorId", "idempotencyKey");

-- CreateIndex
CREATE INDEX "confirmation_record_graduateId_at_idx" ON "confirmation_record"("graduateId", "at");

-- CreateIndex
CREATE INDEX "graduate_idNumberIndex_idx" ON "graduate"("idNumberIndex");

-- CreateIndex
CREATE INDEX "graduate_accountId_idx" ON "graduate"("accountId");

-- CreateIndex
CREATE INDEX "graduate_schoolId_cohort_stage_idx" ON "graduate"("schoolId", "cohort", "stage");

-- CreateIndex
CREATE INDEX "graduate_collegeId_idx" ON "graduate"("collegeId");

-- CreateIndex
CREATE UNIQUE INDEX "graduate_schoolId_cohort_studentNo_key" ON "graduate"("schoolId", "cohort", "studentNo");

-- CreateIndex
CREATE UNIQUE INDEX "graduate_schoolId_cohort_candidateNo_key" ON "graduate"("schoolId", "cohort", "candidateNo");

-- CreateIndex
CREATE INDEX "ticket_graduateId_status_idx" ON "ticket"("graduateId", "status");

-- CreateIndex
CREATE UNIQUE INDEX "verification_grant_numberIndex_key" ON "verification_grant"("numberIndex");

-- CreateIndex
CREATE INDEX "verification_grant_graduateId_kind_idx" ON "verification_grant"("graduateId", "kind");

-- CreateIndex
CREATE INDEX "notification_recipientKind_recipientId_createdAt_idx" ON "notification"("recipientKind", "recipientId", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "notification_recipientKind_recipientId_event_step_key" ON "notification"("recipientKind", "recipientId", "event", "step");

-- CreateIndex
CREATE INDEX "section_version_graduateId_section_idx" ON "section_version"("graduateId", "section");

-- CreateIndex
CREATE INDEX "section_version_status_statusSince_id_idx" ON "section_version"("status", "statusSince", "id");

-- CreateIndex
CREATE INDEX "evidence_graduateId_idx" ON "evidence"("graduateId");

-- CreateIndex
CREATE INDEX "statement_graduateId_idx" ON "statement"("graduateId");

-- CreateIndex
CREATE UNIQUE INDEX "transfer_number_numberIndex_key" ON "transfer_number"("numberIndex");

-- CreateIndex
CREATE INDEX "transfer_number_graduateId_kind_idx" ON "transfer_number"("graduateId", "kind");

-- CreateIndex
CREATE INDEX "verification_record_graduateId_at_idx" ON "verification_record"("graduateId", "at");

-- AddForeignKey
ALTER TABLE "school" ADD CONSTRAINT "school_provinceCode_fkey" FOREIGN KEY ("provinceCode") REFERENCES "province"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "college" ADD CONSTRAINT "college_schoolId_fkey" FOREIGN KEY ("schoolId") REFERENCES "school"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "staff_role" ADD CONSTRAINT "staff_role_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consent" ADD CONSTRAINT "consent_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "confirmation_record" ADD CONSTRAINT "confirmation_record_graduateId_fkey" FOREIGN KEY ("graduateId") REFERENCES "graduate"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "graduate" ADD CONSTRAINT "graduate_schoolId_fkey" FOREIGN KEY ("schoolId") REFERENCES "school"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "graduate" ADD CONSTRAINT "graduate_collegeId_fkey" FOREIGN KEY ("collegeId") REFERENCES "college"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "graduate" ADD CONSTRAINT "graduate_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ticket" ADD CONSTRAINT "ticket_graduateId_fkey" FOREIGN KEY ("graduateId") REFERENCES "graduate"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "verification_grant" ADD CONSTRAINT "verification_grant_graduateId_fkey" FOREIGN KEY ("graduateId") REFERENCES "graduate"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "section_version" ADD CONSTRAINT "section_version_graduateId_fkey" FOREIGN KEY ("graduateId") REFERENCES "graduate"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_graduateId_fkey" FOREIGN KEY ("graduateId") REFERENCES "graduate"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "transfer_number" ADD CONSTRAINT "transfer_number_graduateId_fkey" FOREIGN KEY ("graduateId") REFERENCES "graduate"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
