import type { Viewer } from '../../kit/identity.ts'
import type { Exam } from './store/exam-reader.ts'
import type { Question, QuestionVersion } from './store/question-reader.ts'

/** Whether the viewer sees drafts: authors and admins do, tutors see what is or was in use, students no question. */
export function seesDrafts(viewer: Viewer | null): boolean {
  return viewer?.roles.some((role) => role === 'AUTHOR' || role === 'ADMIN') ?? false
}

/** A question that the viewer may read. */
export function visibleQuestion(question: Question | null, viewer: Viewer | null): Question | null {
  return question && (seesDrafts(viewer) || question.state === 'PUBLISHED') ? question : null
}

/** A version that the viewer may read: tutors read what is or was published. */
export function visibleVersion(
  version: QuestionVersion | null,
  viewer: Viewer | null,
): QuestionVersion | null {
  return version && (seesDrafts(viewer) || version.publishedAt !== null) ? version : null
}

/** An exam that the viewer may find: students and tutors find published ones. */
export function findableExam(exam: Exam | null, viewer: Viewer | null): Exam | null {
  return exam && (seesDrafts(viewer) || exam.state === 'PUBLISHED') ? exam : null
}

/** An exam that something the viewer may see refers to: a session stays readable after its exam was retired. */
export function referableExam(exam: Exam | null, viewer: Viewer | null): Exam | null {
  return exam && (seesDrafts(viewer) || exam.publishedAt !== null) ? exam : null
}
