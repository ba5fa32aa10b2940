import DataLoader from 'dataloader'
import type { Store } from './store/index.ts'

/** What one operation has read, each kind in one batch for all rows of a page. */
export function createLoaders(store: Store) {
  return {
    question: one(store.questionsByIds, (row) => row.id),
    version: one(store.versionsByIds, (row) => row.id),
    versionsOfQuestion: many(store.versionsOfQuestions, (row) => row.questionId),
    stimulus: one(store.stimuliByIds, (row) => row.id),
    skill: one(store.skillsByIds, (row) => row.id),
    skillByCode: one(store.skillsByCodes, (row) => row.code),
    skillsBelow: many(store.skillsBelow, (row) => row.parentId),
    exam: one(store.examsByIds, (row) => row.id),
    section: one(store.sectionsByIds, (row) => row.id),
    sectionsOfExam: many(store.sectionsOfExams, (row) => row.examId),
    itemsOfSection: many(store.itemsOfSections, (row) => row.sectionId),
  }
}

export type Loaders = ReturnType<typeof createLoaders>

function one<Row>(read: (keys: readonly string[]) => Promise<Row[]>, keyOf: (row: Row) => string) {
  return new DataLoader<string, Row | null>(async (keys) => {
    const rows = new Map((await read(keys)).map((row) => [keyOf(row), row]))
    return keys.map((key) => rows.get(key) ?? null)
  })
}

function many<Row>(read: (keys: readonly string[]) => Promise<Row[]>, keyOf: (row: Row) => string | null) {
  return new DataLoader<string, Row[]>(async (keys) => {
    const rows = Map.groupBy(await read(keys), keyOf)
    return keys.map((key) => rows.get(key) ?? [])
  })
}
