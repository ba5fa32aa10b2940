-- CreateEnum
CREATE TYPE "locale" AS ENUM ('id', 'en');

-- CreateEnum
CREATE TYPE "notification_kind" AS ENUM ('WELCOME', 'SCORE_REPORT_READY', 'AGENT_RUN_FINISHED');

-- CreateTable
CREATE TABLE "recipient" (
    "user_id" UUID NOT NULL,
    "locale" "locale" NOT NULL,
    "last_sequence" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "recipient_pkey" PRIMARY KEY ("user_id")
);

-- CreateTable
CREATE TABLE "notification" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "sequence" INTEGER NOT NULL,
    "kind" "notification_kind" NOT NULL,
    "data" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "read_at" TIMESTAMPTZ(3),

    CONSTRAINT "notification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "preference" (
    "user_id" UUID NOT NULL,
    "kind" "notification_kind" NOT NULL,
    "in_app" BOOLEAN NOT NULL,

    CONSTRAINT "preference_pkey" PRIMARY KEY ("user_id","kind")
);

-- CreateTable
CREATE TABLE "inbox" (
    "event_id" UUID NOT NULL,
    "handled_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "inbox_pkey" PRIMARY KEY ("event_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "notification_user_id_sequence_key" ON "notification"("user_id", "sequence");

-- AddForeignKey
ALTER TABLE "notification" ADD CONSTRAINT "notification_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "recipient"("user_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- The unread ones, counted and listed on every page of the app.
CREATE INDEX "notification_unread_idx" ON "notification" ("user_id", "sequence") WHERE "read_at" IS NULL;
