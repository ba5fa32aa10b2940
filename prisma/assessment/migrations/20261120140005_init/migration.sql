-- CreateEnum
CREATE TYPE "exam_session_status" AS ENUM ('IN_PROGRESS', 'FINISHED');

-- CreateTable
CREATE TABLE "exam_form" (
    "id" UUID NOT NULL,
    "exam_id" TEXT NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL,
    "retired_at" TIMESTAMPTZ(3),
    "content" JSONB NOT NULL,

    CONSTRAINT "exam_form_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "exam_session" (
    "id" UUID NOT NULL,
    "student_id" TEXT NOT NULL,
    "exam_id" TEXT NOT NULL,
    "form_id" UUID NOT NULL,
    "room_id" UUID,
    "status" "exam_session_status" NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),
    "next_deadline" TIMESTAMPTZ(3),
    "claimed_until" TIMESTAMPTZ(3),

    CONSTRAINT "exam_session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session_event" (
    "session_id" UUID NOT NULL,
    "sequence" INTEGER NOT NULL,
    "type" TEXT NOT NULL,
    "data" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "session_event_pkey" PRIMARY KEY ("session_id","sequence")
);

-- CreateTable
CREATE TABLE "score_report" (
    "session_id" UUID NOT NULL,
    "points" DOUBLE PRECISION NOT NULL,
    "max_points" INTEGER NOT NULL,
    "answered_count" INTEGER NOT NULL,
    "scored_at" TIMESTAMPTZ(3) NOT NULL,
    "content" JSONB NOT NULL,

    CONSTRAINT "score_report_pkey" PRIMARY KEY ("session_id")
);

-- CreateTable
CREATE TABLE "exam_room" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "exam_id" TEXT NOT NULL,
    "tutor_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_at" TIMESTAMPTZ(3),
    "last_sequence" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "exam_room_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "room_event" (
    "room_id" UUID NOT NULL,
    "sequence" INTEGER NOT NULL,
    "session_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "status" "exam_session_status" NOT NULL,
    "section_id" TEXT,
    "item_number" INTEGER,
    "answered_count" INTEGER NOT NULL,
    "flagged_count" INTEGER NOT NULL,
    "item_count" INTEGER NOT NULL,
    "deadline_at" TIMESTAMPTZ(3),

    CONSTRAINT "room_event_pkey" PRIMARY KEY ("room_id","sequence")
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
CREATE INDEX "exam_form_exam_id_published_at_idx" ON "exam_form"("exam_id", "published_at");

-- CreateIndex
CREATE INDEX "exam_session_student_id_started_at_id_idx" ON "exam_session"("student_id", "started_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "exam_session_room_id_started_at_id_idx" ON "exam_session"("room_id", "started_at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "exam_room_code_key" ON "exam_room"("code");

-- CreateIndex
CREATE INDEX "exam_room_tutor_id_created_at_id_idx" ON "exam_room"("tutor_id", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "room_event_session_id_sequence_idx" ON "room_event"("session_id", "sequence" DESC);

-- AddForeignKey
ALTER TABLE "exam_session" ADD CONSTRAINT "exam_session_form_id_fkey" FOREIGN KEY ("form_id") REFERENCES "exam_form"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exam_session" ADD CONSTRAINT "exam_session_room_id_fkey" FOREIGN KEY ("room_id") REFERENCES "exam_room"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "score_report" ADD CONSTRAINT "score_report_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "exam_session"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A student sits an exam once at a time: starting it again gives the running session.
CREATE UNIQUE INDEX "exam_session_running_key" ON "exam_session"("student_id", "exam_id") WHERE "status" = 'IN_PROGRESS';

-- What the enforcement of deadlines looks at: the running sessions alone, however many have ended.
CREATE INDEX "exam_session_next_deadline_idx" ON "exam_session"("next_deadline") WHERE "next_deadline" IS NOT NULL;

CREATE INDEX "outbox_waiting_idx" ON "outbox"("position") WHERE "published_at" IS NULL;

CREATE FUNCTION notify_outbox() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('outbox', TG_TABLE_SCHEMA);
  RETURN NULL;
END
$$;

CREATE TRIGGER outbox_notify AFTER INSERT ON "outbox" FOR EACH STATEMENT EXECUTE FUNCTION notify_outbox();
