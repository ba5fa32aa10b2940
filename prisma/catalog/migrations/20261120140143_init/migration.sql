-- CreateEnum
CREATE TYPE "exam_family" AS ENUM ('UTBK_SNBT', 'SAT');

-- CreateEnum
CREATE TYPE "content_language" AS ENUM ('id', 'en');

-- CreateEnum
CREATE TYPE "question_state" AS ENUM ('DRAFT', 'IN_REVIEW', 'PUBLISHED', 'RETIRED');

-- CreateEnum
CREATE TYPE "question_type" AS ENUM ('MULTIPLE_CHOICE', 'TRUE_FALSE', 'SHORT_ANSWER');

-- CreateEnum
CREATE TYPE "exam_state" AS ENUM ('DRAFT', 'PUBLISHED', 'RETIRED');

-- CreateTable
CREATE TABLE "skills" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "exam" "exam_family" NOT NULL,
    "section" TEXT NOT NULL,
    "parent_id" UUID,
    "name_id" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "skills_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "stimuli" (
    "id" UUID NOT NULL,
    "external_id" TEXT,
    "content_hash" TEXT NOT NULL,
    "title" TEXT,
    "language" "content_language" NOT NULL,
    "text" TEXT NOT NULL,
    "source" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "stimuli_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "questions" (
    "id" UUID NOT NULL,
    "source" TEXT,
    "external_id" TEXT,
    "draft_id" TEXT,
    "state" "question_state" NOT NULL,
    "latest_version_id" UUID NOT NULL,
    "published_version_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "questions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "question_versions" (
    "id" UUID NOT NULL,
    "question_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "state" "question_state" NOT NULL,
    "exam" "exam_family" NOT NULL,
    "section" TEXT NOT NULL,
    "skill_id" UUID NOT NULL,
    "language" "content_language" NOT NULL,
    "stimulus_id" UUID,
    "type" "question_type" NOT NULL,
    "license" TEXT,
    "stem" TEXT NOT NULL,
    "figure" JSONB,
    "response" JSONB NOT NULL,
    "explanation" TEXT NOT NULL,
    "irt" JSONB,
    "content_hash" TEXT NOT NULL,
    "author_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "published_at" TIMESTAMPTZ(3),

    CONSTRAINT "question_versions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "exams" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "title_id" TEXT NOT NULL,
    "title_en" TEXT NOT NULL,
    "format" TEXT,
    "state" "exam_state" NOT NULL,
    "author_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "published_at" TIMESTAMPTZ(3),
    "retired_at" TIMESTAMPTZ(3),

    CONSTRAINT "exams_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "exam_sections" (
    "id" UUID NOT NULL,
    "exam_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "title_id" TEXT NOT NULL,
    "title_en" TEXT NOT NULL,
    "duration_seconds" INTEGER NOT NULL,
    "question_count" INTEGER NOT NULL,
    "bank_section" TEXT,

    CONSTRAINT "exam_sections_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "exam_items" (
    "id" UUID NOT NULL,
    "section_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "question_version_id" UUID NOT NULL,

    CONSTRAINT "exam_items_pkey" PRIMARY KEY ("id")
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
CREATE UNIQUE INDEX "skills_code_key" ON "skills"("code");

-- CreateIndex
CREATE INDEX "skills_parent_id_idx" ON "skills"("parent_id");

-- CreateIndex
CREATE UNIQUE INDEX "stimuli_external_id_content_hash_key" ON "stimuli"("external_id", "content_hash");

-- CreateIndex
CREATE UNIQUE INDEX "questions_draft_id_key" ON "questions"("draft_id");

-- CreateIndex
CREATE UNIQUE INDEX "questions_latest_version_id_key" ON "questions"("latest_version_id");

-- CreateIndex
CREATE UNIQUE INDEX "questions_published_version_id_key" ON "questions"("published_version_id");

-- CreateIndex
CREATE INDEX "questions_created_at_id_idx" ON "questions"("created_at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "questions_source_external_id_key" ON "questions"("source", "external_id");

-- CreateIndex
CREATE INDEX "question_versions_exam_section_idx" ON "question_versions"("exam", "section");

-- CreateIndex
CREATE INDEX "question_versions_stimulus_id_idx" ON "question_versions"("stimulus_id");

-- CreateIndex
CREATE INDEX "question_versions_skill_id_idx" ON "question_versions"("skill_id");

-- CreateIndex
CREATE UNIQUE INDEX "question_versions_question_id_version_key" ON "question_versions"("question_id", "version");

-- CreateIndex
CREATE UNIQUE INDEX "exams_code_key" ON "exams"("code");

-- CreateIndex
CREATE INDEX "exams_created_at_id_idx" ON "exams"("created_at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "exam_sections_exam_id_position_key" ON "exam_sections"("exam_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "exam_sections_exam_id_code_key" ON "exam_sections"("exam_id", "code");

-- CreateIndex
CREATE INDEX "exam_items_question_version_id_idx" ON "exam_items"("question_version_id");

-- CreateIndex
CREATE UNIQUE INDEX "exam_items_section_id_position_key" ON "exam_items"("section_id", "position");

-- AddForeignKey
ALTER TABLE "skills" ADD CONSTRAINT "skills_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "skills"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "questions" ADD CONSTRAINT "questions_latest_version_id_fkey" FOREIGN KEY ("latest_version_id") REFERENCES "question_versions"("id") ON DELETE RESTRICT ON UPDATE CASCADE
    -- A question and its first version name each other.
    DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "questions" ADD CONSTRAINT "questions_published_version_id_fkey" FOREIGN KEY ("published_version_id") REFERENCES "question_versions"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "question_versions" ADD CONSTRAINT "question_versions_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "questions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "question_versions" ADD CONSTRAINT "question_versions_skill_id_fkey" FOREIGN KEY ("skill_id") REFERENCES "skills"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "question_versions" ADD CONSTRAINT "question_versions_stimulus_id_fkey" FOREIGN KEY ("stimulus_id") REFERENCES "stimuli"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exam_sections" ADD CONSTRAINT "exam_sections_exam_id_fkey" FOREIGN KEY ("exam_id") REFERENCES "exams"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exam_items" ADD CONSTRAINT "exam_items_section_id_fkey" FOREIGN KEY ("section_id") REFERENCES "exam_sections"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exam_items" ADD CONSTRAINT "exam_items_question_version_id_fkey" FOREIGN KEY ("question_version_id") REFERENCES "question_versions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What waits for the broker is found at once, however long the history grows.
CREATE INDEX "outbox_waiting_idx" ON "outbox"("position") WHERE "published_at" IS NULL;

-- Wakes the relay when facts were written, once for each statement.
CREATE FUNCTION notify_outbox() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('outbox', TG_TABLE_SCHEMA);
  RETURN NULL;
END $$;

CREATE TRIGGER outbox_notify AFTER INSERT ON "outbox" FOR EACH STATEMENT EXECUTE FUNCTION notify_outbox();
