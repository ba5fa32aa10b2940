import DataLoader from 'dataloader'
import { isUuid } from '../../kit/uuid.ts'
import type { Search } from './search/search.ts'
import type { Match } from './search/vector-index.ts'
import type { DraftPage, DraftRow, RunRow, RunStepRow, Store, VerdictRow } from './store/index.ts'

type Similar = { questionId: string; first: number }

/** One set for each request. */
export function createLoaders(store: Store, search: Search) {
  const loaders = {
    /** Runs by id; null for an id that names none. */
    runs: new DataLoader<string, RunRow | null>(async (ids) =>
      inOrder(ids, await store.findRuns(ids.filter(isUuid))),
    ),
    /** The steps of a run, in order. */
    steps: new DataLoader<string, RunStepRow[]>(async (runIds) => {
      const byRun = Map.groupBy(await store.findSteps(runIds), (row) => row.runId)
      return runIds.map((id) => byRun.get(id) ?? [])
    }),
    /** Drafts by id; null for an id that names none. */
    drafts: new DataLoader<string, DraftRow | null>(async (ids) =>
      inOrder(ids, await store.findDrafts(ids.filter(isUuid))),
    ),
    /** Some of the drafts of a run, in the order of writing. */
    draftPages: new DataLoader<DraftPage, DraftRow[], string>((pages) => store.findDraftPages(pages), {
      cacheKeyFn: ({ runId, afterOrdinal, limit }) => `${runId} ${afterOrdinal} ${limit}`,
    }),
    /** What the gates say about a draft, in their order. */
    verdicts: new DataLoader<string, VerdictRow[]>(async (draftIds) => {
      const byDraft = Map.groupBy(await store.findVerdicts(draftIds), (row) => row.draftId)
      return draftIds.map((id) => byDraft.get(id) ?? [])
    }),
    /** Published questions similar to one. */
    similar: new DataLoader<Similar, Match[], string>((wanted) => search.similarQuestions(wanted), {
      cacheKeyFn: ({ questionId, first }) => `${questionId} ${first}`,
    }),
  }
  return {
    ...loaders,
    /** Forgets what was read: a subscription outlives it. */
    forget(): void {
      for (const loader of Object.values(loaders)) loader.clearAll()
    },
  }
}

export type Loaders = ReturnType<typeof createLoaders>

function inOrder<Row extends { id: string }>(ids: readonly string[], rows: readonly Row[]): (Row | null)[] {
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.map((id) => byId.get(id) ?? null)
}
