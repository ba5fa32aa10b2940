import { type Database, prismaAdapter } from '../../../kit/database.ts'
import { createExam } from './create-exam.ts'
import { createQuestionFromDraft } from './create-question-from-draft.ts'
import { examReader } from './exam-reader.ts'
import { fillExam } from './fill-exam.ts'
import { importQuestions } from './import-questions.ts'
import { PrismaClient } from './prisma/client.ts'
import { publishExam } from './publish-exam.ts'
import { questionReader } from './question-reader.ts'
import { retireExam } from './retire-exam.ts'
import { changeQuestionState } from './change-question-state.ts'
import { seedSkills } from './seed-skills.ts'
import { skillReader } from './skill-reader.ts'
import { type Tx, inTransaction } from './transaction.ts'
import { createQuestion, reviseQuestion } from './write-question.ts'

export type Store = ReturnType<typeof createStore>

/** Reads and writes the catalog's tables. Every write is one transaction, the facts it makes true included. */
export function createStore(database: Database) {
  const prisma = new PrismaClient({
    adapter: prismaAdapter(database),
  })
  const bind = <Args extends unknown[], Result>(operation: (tx: Tx, ...args: Args) => Promise<Result>) =>
    inTransaction(prisma, operation)
  return {
    ...skillReader(prisma),
    ...questionReader(prisma),
    ...examReader(prisma),
    seedSkills: bind(seedSkills),
    createQuestion: bind(createQuestion),
    createQuestionFromDraft: bind(createQuestionFromDraft),
    reviseQuestion: bind(reviseQuestion),
    changeQuestionState: bind(changeQuestionState),
    importQuestions: bind(importQuestions),
    createExam: bind(createExam),
    fillExam: bind(fillExam),
    publishExam: bind(publishExam),
    retireExam: bind(retireExam),
    close: () => prisma.$disconnect(),
  }
}
