import type { Resolvers } from '../generated.ts'
import { createExam } from './create-exam.ts'
import { createQuestion } from './create-question.ts'
import { examByCode } from './exam-by-code.ts'
import { exam } from './exam-by-id.ts'
import { ExamSection } from './exam-section.ts'
import { Exam } from './exam.ts'
import { exams } from './exams.ts'
import { fillExam } from './fill-exam.ts'
import { ImportRefusal } from './import-refusal.ts'
import { importQuestions } from './import-questions.ts'
import { publishExam } from './publish-exam.ts'
import { publishQuestion } from './publish-question.ts'
import { question } from './question-by-id.ts'
import { QuestionVersion } from './question-version.ts'
import { Question } from './question.ts'
import { questions } from './questions.ts'
import { retireExam } from './retire-exam.ts'
import { retireQuestion } from './retire-question.ts'
import { reviseQuestion } from './revise-question.ts'
import { skill } from './skill-by-code.ts'
import { Skill } from './skill.ts'
import { skills } from './skills.ts'
import { stimulus, Stimulus } from './stimulus.ts'
import { submitQuestionForReview } from './submit-question-for-review.ts'

export const resolvers: Resolvers = {
  Query: { question, questions, stimulus, skill, skills, exam, examByCode, exams },
  Mutation: {
    createQuestion,
    reviseQuestion,
    submitQuestionForReview,
    publishQuestion,
    retireQuestion,
    importQuestions,
    createExam,
    fillExam,
    publishExam,
    retireExam,
  },
  ContentLanguage: { ID: 'id', EN: 'en' },
  Exam,
  ExamSection,
  ImportRefusal,
  Question,
  QuestionVersion,
  Skill,
  Stimulus,
}
