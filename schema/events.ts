import { z } from 'zod'

/**
 * What the subgraphs tell each other: the payload (`data`) of every domain event, keyed by the event's type.
 * The publisher parses what it sends and every consumer parses what it receives, so that both hold one contract.
 * A change that an old consumer could not read is a new version of the type.
 */

const locale = z.enum(['id', 'en'])
const bilingual = z.object({ id: z.string(), en: z.string() })
const moment = z.iso.datetime()

// users -------------------------------------------------------------------------------------------------------

/** A person's public profile as it stands after the fact. The e-mail address stays in users. */
const profile = z.object({
  userId: z.string(),
  name: z.string(),
  locale,
  roles: z.array(z.enum(['STUDENT', 'TUTOR', 'AUTHOR', 'ADMIN'])),
})

const usersEvents = {
  'simpul.users.user.registered.v1': profile,
  'simpul.users.user.updated.v1': profile,
}

// catalog -----------------------------------------------------------------------------------------------------

/** Parameters of the three-parameter logistic model (D = 1); `provisional` until calibrated from real responses. */
const irt = z.object({ a: z.number(), b: z.number(), c: z.number(), provisional: z.boolean() })

const questionCommon = {
  questionId: z.string(),
  questionVersionId: z.string(),
  version: z.int().positive(),
  /** The id in the file that it came from; unique together with `source`. */
  externalId: z.string().nullable(),
  source: z.string().nullable(),
  license: z.string().nullable(),
  exam: z.enum(['UTBK_SNBT', 'SAT']),
  /** The code of the subtest or section it belongs to: PU, PPU, PBM, PK, LBI, LBE, PM, RW or MATH. */
  section: z.string(),
  language: locale,
  skill: z.object({ id: z.string(), code: z.string(), name: bilingual }),
  stimulus: z
    .object({
      id: z.string(),
      title: z.string().nullable(),
      language: locale,
      /** Markdown with LaTeX in `$…$`. */
      text: z.string(),
      source: z.string().nullable(),
    })
    .nullable(),
  /** Markdown with LaTeX in `$…$`. */
  stem: z.string(),
  figure: z.object({ url: z.string(), alt: z.string() }).nullable(),
  explanation: z.string(),
  irt: irt.nullable(),
}

/** One version of a question with all that is needed to present it and to score it. */
export const questionContent = z.discriminatedUnion('type', [
  z.object({
    ...questionCommon,
    type: z.literal('MULTIPLE_CHOICE'),
    options: z.array(z.object({ id: z.string(), text: z.string(), misconception: z.string().nullable() })),
    /** The id of the right option. */
    key: z.string(),
  }),
  z.object({
    ...questionCommon,
    type: z.literal('TRUE_FALSE'),
    statements: z.array(z.object({ id: z.string(), text: z.string(), key: z.boolean() })),
  }),
  z.object({
    ...questionCommon,
    type: z.literal('SHORT_ANSWER'),
    /** `value` is an integer, a decimal number or a fraction `a/b`, as text; compared by value within `tolerance`. */
    answer: z.object({ value: z.string(), tolerance: z.number(), unit: z.string().nullable() }),
  }),
])
export type QuestionContent = z.infer<typeof questionContent>

/** A published exam with everything needed to run it: who keeps this payload asks the catalog nothing. */
export const publishedExam = z.object({
  examId: z.string(),
  /** What people name it by, for example `UTBK_SNBT_2024`. */
  code: z.string(),
  title: bilingual,
  /** The known format it was made from, or null. */
  format: z.string().nullable(),
  publishedAt: moment,
  /** In the order in which they are sat. */
  sections: z.array(
    z.object({
      sectionId: z.string(),
      code: z.string(),
      title: bilingual,
      position: z.int().positive(),
      durationSeconds: z.int().positive(),
      /** In the order in which they are presented; at least one. */
      items: z.array(
        z.object({ itemId: z.string(), position: z.int().positive(), question: questionContent }),
      ),
    }),
  ),
})
export type PublishedExam = z.infer<typeof publishedExam>

const catalogEvents = {
  'simpul.catalog.question.created.v1': z.object({
    questionId: z.string(),
    /** The agent's draft that it was made from, or null. */
    draftId: z.string().nullable(),
    authorId: z.string().nullable(),
  }),
  'simpul.catalog.question.published.v1': z.object({ question: questionContent }),
  'simpul.catalog.question.retired.v1': z.object({ questionId: z.string() }),
  'simpul.catalog.exam.published.v1': z.object({ exam: publishedExam }),
  'simpul.catalog.exam.retired.v1': z.object({ examId: z.string() }),
}

// assessment --------------------------------------------------------------------------------------------------

const sessionCommon = {
  sessionId: z.string(),
  userId: z.string(),
  examId: z.string(),
  /** What people name the exam by, for example `UTBK_SNBT_2024`. */
  examCode: z.string(),
  examTitle: bilingual,
  /** The room it is sat in, or null. */
  roomId: z.string().nullable(),
  startedAt: moment,
}

/** A position on the practice scale, 500 + 100 θ, with its standard error; `theta` is the estimate itself. */
const practiceScore = z.object({ score: z.int(), standardError: z.int(), theta: z.number() })

const scored = {
  /** 1 for each right answer; a block of statements gives the share judged rightly. */
  points: z.number().nonnegative(),
  maxPoints: z.int().nonnegative(),
  practiceScore,
}

const assessmentEvents = {
  'simpul.assessment.session.started.v1': z.object(sessionCommon),
  'simpul.assessment.session.section.submitted.v1': z.object({
    ...sessionCommon,
    sectionId: z.string(),
    sectionCode: z.string(),
    /** From 1. */
    position: z.int().positive(),
    submittedAt: moment,
    reason: z.enum(['STUDENT', 'DEADLINE', 'EXAM_FINISHED']),
    answeredCount: z.int().nonnegative(),
    itemCount: z.int().positive(),
  }),
  /** Once for each session, when it has ended. */
  'simpul.assessment.session.scored.v1': z.object({
    ...sessionCommon,
    finishedAt: moment,
    ...scored,
    sections: z.array(z.object({ sectionId: z.string(), code: z.string(), title: bilingual, ...scored })),
    /** One for each question of the form, in order, answered or not. */
    responses: z.array(
      z.object({
        /** The item's id in the exam. */
        itemId: z.string(),
        questionId: z.string(),
        questionVersionId: z.string(),
        skillId: z.string(),
        sectionCode: z.string(),
        type: z.enum(['MULTIPLE_CHOICE', 'TRUE_FALSE', 'SHORT_ANSWER']),
        answered: z.boolean(),
        /** From 0 to 1; 0 when it was not answered. */
        score: z.number().min(0).max(1),
        /** The chosen option of a multiple choice, right or wrong; null otherwise. */
        choice: z.string().nullable(),
        /** As the client counted; null when it did not. */
        timeSpentMs: z.int().nonnegative().nullable(),
        /** The parameters it was scored with. */
        irt,
      }),
    ),
  }),
}

// agent -------------------------------------------------------------------------------------------------------

/** A question that the agent wrote, as import files have it; the catalog reads it by the same rules. */
const draftedQuestion = z.object({
  /** `agent-` and the draft's id. */
  id: z.string(),
  /** The item model that wrote it. */
  source: z.string(),
  license: z.string(),
  exam: z.enum(['UTBK_SNBT', 'SAT']),
  section: z.string(),
  skill: z.string(),
  language: locale,
  type: z.enum(['MULTIPLE_CHOICE', 'SHORT_ANSWER']),
  stem: z.string(),
  options: z
    .array(z.object({ id: z.string(), text: z.string(), misconception: z.string().optional() }))
    .optional(),
  key: z.string().optional(),
  answer: z.object({ value: z.string(), unit: z.string().optional() }).optional(),
  explanation: z.string(),
  irt,
})

const agentEvents = {
  /** Once for each run, when it has ended. */
  'simpul.agent.run.finished.v1': z.object({
    runId: z.string(),
    /** Who started it. */
    ownerId: z.string(),
    status: z.enum(['SUCCEEDED', 'FAILED', 'CANCELLED']),
    /** How many questions were asked for, how many await an author, and how many a gate refused. */
    requested: z.int().positive(),
    proposed: z.int().nonnegative(),
    refused: z.int().nonnegative(),
    finishedAt: moment,
  }),
  'simpul.agent.draft.accepted.v1': z.object({
    draftId: z.string(),
    /** The author who accepted it. */
    authorId: z.string(),
    /** In the layout of the import format, `simpul-questions/1`. */
    question: draftedQuestion,
  }),
}

// all ---------------------------------------------------------------------------------------------------------

/** Every event's payload by its type. */
export const eventSchemas = {
  ...usersEvents,
  ...catalogEvents,
  ...assessmentEvents,
  ...agentEvents,
}

export type EventType = keyof typeof eventSchemas
export type EventData<Type extends EventType> = z.infer<(typeof eventSchemas)[Type]>
