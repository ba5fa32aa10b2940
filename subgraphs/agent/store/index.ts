import type { Database } from '../../../kit/database.ts'
import { beginStep, endRun, finishStep, keepDraft, keepPlan, keepVerdicts } from './advance-run.ts'
import { type Client, createClient } from './client.ts'
import { acceptDraft, rejectDraft } from './decide-draft.ts'
import { findDraftPages, findDrafts, findDraftsOfRun, findVerdicts, listDrafts } from './find-drafts.ts'
import { findRunEvents, findRuns, findSteps, findUnfinishedRuns, listRuns } from './find-runs.ts'
import { indexQuestion, linkQuestion, removeQuestion } from './handle-catalog-event.ts'
import {
  findChangedVectors,
  findForeignTexts,
  findIndexedTexts,
  findIndexPosition,
  keepIndexPosition,
  replaceEmbeddings,
} from './indexed-text.ts'
import { leaseRun } from './lease-run.ts'
import { startRun } from './start-run.ts'

export type { Advance } from './advance-run.ts'
export type { DraftRow, RunEventRow, RunRow, RunStepRow, VerdictRow } from './client.ts'
export type { DraftPage } from './find-drafts.ts'
export type { Embedded, IndexedVector } from './indexed-text.ts'

/** All that the agent keeps. The caller keeps the database and closes it after `close`. */
export function createStore(database: Database) {
  const client = createClient(database)
  const on =
    <Args extends unknown[], Result>(operation: (client: Client, ...args: Args) => Result) =>
    (...args: Args): Result =>
      operation(client, ...args)

  return {
    acceptDraft: on(acceptDraft),
    beginStep: on(beginStep),
    endRun: on(endRun),
    findChangedVectors: on(findChangedVectors),
    findDraftPages: on(findDraftPages),
    findDrafts: on(findDrafts),
    findDraftsOfRun: on(findDraftsOfRun),
    findForeignTexts: on(findForeignTexts),
    findIndexedTexts: on(findIndexedTexts),
    findIndexPosition: on(findIndexPosition),
    findRunEvents: on(findRunEvents),
    findRuns: on(findRuns),
    findSteps: on(findSteps),
    findUnfinishedRuns: on(findUnfinishedRuns),
    findVerdicts: on(findVerdicts),
    finishStep: on(finishStep),
    indexQuestion: on(indexQuestion),
    keepDraft: on(keepDraft),
    keepIndexPosition: on(keepIndexPosition),
    keepPlan: on(keepPlan),
    keepVerdicts: on(keepVerdicts),
    leaseRun: (runId: string) => leaseRun(database, runId),
    linkQuestion: on(linkQuestion),
    listDrafts: on(listDrafts),
    listRuns: on(listRuns),
    rejectDraft: on(rejectDraft),
    removeQuestion: on(removeQuestion),
    replaceEmbeddings: on(replaceEmbeddings),
    startRun: on(startRun),
    close: () => client.$disconnect(),
  }
}

export type Store = ReturnType<typeof createStore>
