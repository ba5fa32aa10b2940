-- CreateTable
CREATE TABLE "skill_mastery" (
    "user_id" TEXT NOT NULL,
    "skill_id" TEXT NOT NULL,
    "section_code" TEXT NOT NULL,
    "successes" DOUBLE PRECISION NOT NULL,
    "failures" DOUBLE PRECISION NOT NULL,
    "evidence_count" INTEGER NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "skill_mastery_pkey" PRIMARY KEY ("user_id","skill_id")
);

-- CreateTable
CREATE TABLE "item_statistics" (
    "question_version_id" TEXT NOT NULL,
    "question_id" TEXT NOT NULL,
    "administrations" INTEGER NOT NULL,
    "answered" INTEGER NOT NULL,
    "score_sum" BIGINT NOT NULL,
    "timed" INTEGER NOT NULL,
    "time_sum_ms" BIGINT NOT NULL,
    "pairs" INTEGER NOT NULL,
    "pair_score_sum" BIGINT NOT NULL,
    "pair_score_squares" BIGINT NOT NULL,
    "pair_rest_sum" BIGINT NOT NULL,
    "pair_rest_squares" BIGINT NOT NULL,
    "pair_products" BIGINT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "item_statistics_pkey" PRIMARY KEY ("question_version_id")
);

-- CreateTable
CREATE TABLE "item_choices" (
    "question_version_id" TEXT NOT NULL,
    "option_id" TEXT NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "item_choices_pkey" PRIMARY KEY ("question_version_id","option_id")
);

-- CreateTable
CREATE TABLE "inbox" (
    "event_id" UUID NOT NULL,
    "handled_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "inbox_pkey" PRIMARY KEY ("event_id")
);

-- CreateIndex
CREATE INDEX "skill_mastery_skill_id_idx" ON "skill_mastery"("skill_id");

-- CreateIndex
CREATE INDEX "item_statistics_question_id_idx" ON "item_statistics"("question_id");

-- AddForeignKey
ALTER TABLE "item_choices" ADD CONSTRAINT "item_choices_question_version_id_fkey" FOREIGN KEY ("question_version_id") REFERENCES "item_statistics"("question_version_id") ON DELETE CASCADE ON UPDATE CASCADE;
