import type { Locale } from '../../../kit/identity.ts'
import type { ExamState, Shortage } from '../domain/exam.ts'
import type { Exam } from '../store/exam-reader.ts'
import { insufficientQuestions, noExam, wrongExamState } from './user-errors.ts'

/** The payload for an exam that was filled or published, or for what kept it from that. */
export function changedExam(
  exam: Exam | { shortages: Shortage[] } | { state: ExamState } | null,
  locale: Locale,
) {
  if (exam === null) return { exam: null, errors: [noExam(locale)] }
  if ('shortages' in exam) return { exam: null, errors: insufficientQuestions(exam.shortages, locale) }
  if (!('id' in exam)) return { exam: null, errors: [wrongExamState(exam.state, locale)] }
  return { exam, errors: [] }
}
