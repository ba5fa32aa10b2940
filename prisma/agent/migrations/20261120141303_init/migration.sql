-- CreateEnum
CREATE TYPE "run_status" AS ENUM ('QUEUED', 'RUNNING', 'SUCCEEDED', 'FAILED', 'CANCELLED');

-- CreateEnum
CREATE TYPE "step_kind" AS ENUM ('PLAN', 'GENERATE', 'EVALUATE');

-- CreateEnum
CREATE TYPE "run_event_kind" AS ENUM ('STEP_STARTED', 'DRAFT_GENERATED', 'DRAFT_EVALUATED', 'STEP_FINISHED', 'RUN_FINISHED');

-- CreateEnum
CREATE TYPE "draft_status" AS ENUM ('GENERATED', 'PROPOSED', 'FAILED', 'ACCEPTED', 'REJECTED');

-- CreateEnum
CREATE TYPE "gate" AS ENUM ('KEY_VERIFIED', 'DISTRACTORS_DISTINCT', 'SELF_CONTAINED', 'LONGEST_OPTION', 'NEAR_DUPLICATE');

-- CreateEnum
CREATE TYPE "indexed_kind" AS ENUM ('DRAFT', 'QUESTION');

-- CreateTable
CREATE TABLE "run" (
    "id" UUID NOT NULL,
    "owner_id" TEXT NOT NULL,
    "status" "run_status" NOT NULL,
    "skill_code" TEXT,
    "item_model_code" TEXT,
    "count" INTEGER NOT NULL,
    "seed" TEXT NOT NULL,
    "plan" JSONB,
    "last_sequence" INTEGER NOT NULL DEFAULT 0,
    "failure" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "run_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "run_step" (
    "run_id" UUID NOT NULL,
    "kind" "step_kind" NOT NULL,
    "completed" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER NOT NULL DEFAULT 0,
    "started_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "run_step_pkey" PRIMARY KEY ("run_id","kind")
);

-- CreateTable
CREATE TABLE "run_event" (
    "run_id" UUID NOT NULL,
    "sequence" INTEGER NOT NULL,
    "kind" "run_event_kind" NOT NULL,
    "step" "step_kind",
    "completed" INTEGER NOT NULL,
    "total" INTEGER NOT NULL,
    "draft_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "run_event_pkey" PRIMARY KEY ("run_id","sequence")
);

-- CreateTable
CREATE TABLE "draft" (
    "id" UUID NOT NULL,
    "run_id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "item_model_code" TEXT NOT NULL,
    "skill_code" TEXT NOT NULL,
    "status" "draft_status" NOT NULL,
    "instance" JSONB NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_at" TIMESTAMPTZ(3),
    "decided_by_id" TEXT,
    "rejection_reason" TEXT,
    "question_id" TEXT,

    CONSTRAINT "draft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "verdict" (
    "draft_id" UUID NOT NULL,
    "gate" "gate" NOT NULL,
    "passed" BOOLEAN NOT NULL,
    "facts" JSONB NOT NULL,

    CONSTRAINT "verdict_pkey" PRIMARY KEY ("draft_id","gate")
);

-- CreateTable
CREATE TABLE "indexed_text" (
    "id" TEXT NOT NULL,
    "kind" "indexed_kind" NOT NULL,
    "version" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "embedder" TEXT NOT NULL,
    "embedding" REAL[],
    "removed" BOOLEAN NOT NULL DEFAULT false,
    "revision" BIGINT NOT NULL,

    CONSTRAINT "indexed_text_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "vector_index_position" (
    "name" TEXT NOT NULL,
    "revision" BIGINT NOT NULL,

    CONSTRAINT "vector_index_position_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "outbox" (
    "position" BIGSERIAL NOT NULL,
    "event" JSONB NOT NULL,
    "published_at" TIMESTAMPTZ(3),

    CONSTRAINT "outbox_pkey" PRIMARY KEY ("position")
);

-- CreateTable
CREATE TABLE "inbox" (
    "event_id" UUID NOT NULL,
    "handled_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "inbox_pkey" PRIMARY KEY ("event_id")
);

-- CreateIndex
CREATE INDEX "run_owner_id_id_idx" ON "run"("owner_id", "id");

-- CreateIndex
CREATE INDEX "draft_status_id_idx" ON "draft"("status", "id");

-- CreateIndex
CREATE INDEX "draft_question_id_idx" ON "draft"("question_id");

-- CreateIndex
CREATE UNIQUE INDEX "draft_run_id_ordinal_key" ON "draft"("run_id", "ordinal");

-- CreateIndex
CREATE INDEX "indexed_text_revision_idx" ON "indexed_text"("revision");

-- AddForeignKey
ALTER TABLE "run_step" ADD CONSTRAINT "run_step_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "run"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "run_event" ADD CONSTRAINT "run_event_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "run"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "draft" ADD CONSTRAINT "draft_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "run"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "verdict" ADD CONSTRAINT "verdict_draft_id_fkey" FOREIGN KEY ("draft_id") REFERENCES "draft"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What the relay still has to publish.
CREATE INDEX "outbox_unpublished_idx" ON "outbox" ("position") WHERE "published_at" IS NULL;

CREATE FUNCTION notify_outbox() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('outbox', TG_TABLE_SCHEMA);
  RETURN NULL;
END $$;

CREATE TRIGGER outbox_notify AFTER INSERT ON "outbox" FOR EACH STATEMENT EXECUTE FUNCTION notify_outbox();

-- What a process that starts has to go on with.
CREATE INDEX "run_unfinished_idx" ON "run" ("created_at") WHERE "status" IN ('QUEUED', 'RUNNING');

-- The same question becomes a question of the catalog once only.
CREATE UNIQUE INDEX "draft_accepted_fingerprint_key" ON "draft" ("fingerprint") WHERE "status" = 'ACCEPTED';

-- Changes of what can be searched are numbered in the order in which they are committed.
CREATE SEQUENCE "indexed_text_revision";
