import { planExam } from './domain/exam.ts'
import { bankSection } from './domain/bank-sections.ts'
import { issueMessage } from './domain/issues.ts'
import { examIssueMessage } from './domain/exam-issues.ts'
import { readQuestionFile } from './domain/question-file.ts'
import { skills } from './domain/skills.ts'
import type { ImportCounts } from './store/import-questions.ts'
import type { Store } from './store/index.ts'

/** An exam whose questions are named by their ids in the question files. */
export type ExamSource = {
  code: string
  title: { id: string; en: string }
  sections: { code: string; title?: { id: string; en: string }; minutes: number; questions: string[] }[]
}

/** The texts of question files (format `simpul-questions/1`), and exams of their questions. */
export type Content = { files: { name: string; text: string }[]; exams: ExamSource[] }

export type EnsuredContent = { questions: ImportCounts; exams: { code: string; created: boolean }[] }

/**
 * Publishes the questions and the exams that are not there yet; doing it again changes nothing.
 * @throws naming the file, row and field of the first mistake: this content is the project's own
 */
export async function ensureContent(store: Store, content: Content, now: Date): Promise<EnsuredContent> {
  const occasion = { now, authorId: null }
  await store.seedSkills(skills)
  const questions = { created: 0, updated: 0, unchanged: 0, published: 0 }
  for (const file of content.files) {
    const counts = await store.importQuestions(readRows(file), true, occasion)
    for (const name of Object.keys(questions) as (keyof ImportCounts)[]) questions[name] += counts[name]
  }
  const exams = []
  for (const exam of content.exams) {
    exams.push({ code: exam.code, created: await ensureExam(store, exam, occasion) })
  }
  return { questions, exams }
}

function readRows({ name, text }: Content['files'][number]) {
  const file = readQuestionFile(text)
  if ('problem' in file) throw new Error(`${name}: ${file.problem}`)
  const refusal = file.refusals[0]
  if (refusal) {
    throw new Error(
      `${name}, row ${refusal.row} (${refusal.questionId}), ${refusal.field}: ${issueMessage(refusal, 'en')}`,
    )
  }
  return file.rows
}

/** Whether the exam was made now; one that stands with this code is left as it is, published if it is a draft. */
async function ensureExam(
  store: Store,
  { code, title, sections }: ExamSource,
  occasion: { now: Date; authorId: null },
): Promise<boolean> {
  const standing = await store.examByCode(code)
  if (standing && standing.state !== 'DRAFT') return false
  const exam = standing ?? (await createExam())
  const published = await store.publishExam(exam.id, occasion)
  if (!published || !('id' in published)) throw new Error(`Exam ${code}: ${JSON.stringify(published)}`)
  return standing === null

  async function createExam() {
    const ids = await store.questionIds(sections.flatMap((section) => section.questions))
    const planned = planExam({
      code,
      title,
      sections: sections.map((section) => ({
        code: section.code,
        title: section.title ?? bankSection(section.code)?.name ?? title,
        minutes: section.minutes,
        questionIds: section.questions.map((externalId) => ids.get(externalId) ?? externalId),
      })),
    })
    const result = 'issues' in planned ? planned : await store.createExam(planned.plan, occasion)
    if ('exam' in result) return result.exam
    const [issue] = result.issues
    throw new Error(`Exam ${code}, ${issue?.field}: ${issue && examIssueMessage(issue.code, 'en')}`)
  }
}
