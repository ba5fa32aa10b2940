import { createHash } from 'node:crypto'
import { distractorsDistinct } from '../domain/gates/distractors-distinct.ts'
import { keyVerified } from '../domain/gates/key-verified.ts'
import { longestOption } from '../domain/gates/longest-option.ts'
import { nearDuplicate, nearSimilarity, type Neighbour } from '../domain/gates/near-duplicate.ts'
import { selfContained } from '../domain/gates/self-contained.ts'
import type { Verdict } from '../domain/gates/verdict.ts'
import { distinctInstances } from '../domain/instance.ts'
import type { ItemModel } from '../domain/item-model.ts'
import { itemModel, itemModelsOf } from '../domain/models/index.ts'
import { firstOrdinals, planRun } from '../domain/plan-run.ts'
import type { Step } from '../domain/run.ts'
import { searchableText } from '../domain/searchable-text.ts'
import { cosine } from '../domain/similarity.ts'
import type { Search } from '../search/search.ts'
import type { Advance, DraftRow, Embedded, RunRow, Store } from '../store/index.ts'

/** What a run works with. `keep` makes one piece of work known, and throws when the run is to go no further. */
export type Work = {
  store: Store
  search: Search
  now(): Date
  keep(advance: Promise<Advance>): Promise<void>
}

/**
 * Does what is left of a run's steps, each piece of which is kept before the next one begins: after an interruption,
 * what has been kept is passed over. All of it follows from the run's seed, so that nothing comes out otherwise.
 * Throws ModelExhausted when a model cannot write as many different questions as planned.
 */
export async function executeRun(work: Work, run: RunRow): Promise<void> {
  const plan = await planStep(work, run)
  await generateStep(work, { ...run, plan })
  await evaluateStep(work, run)
}

async function planStep({ store, now, keep }: Work, run: RunRow): Promise<RunRow['plan']> {
  if (run.plan.length > 0) return run.plan
  await keep(store.beginStep(run.id, 'PLAN', 0, now()))
  const plan = planRun(modelsFor(run), run.count, run.seed)
  await keep(store.keepPlan(run.id, plan, now()))
  return plan
}

async function generateStep(work: Work, run: RunRow): Promise<void> {
  const { store, now, keep } = work
  if (await isDone(work, run, 'GENERATE')) return
  await keep(store.beginStep(run.id, 'GENERATE', run.count, now()))
  const written = new Set((await store.findDraftsOfRun(run.id)).map((draft) => draft.ordinal))
  const firsts = firstOrdinals(run.plan)
  for (const [line, { modelCode, count }] of run.plan.entries()) {
    const model = mustBeModel(modelCode)
    const first = firsts[line] ?? 0
    let ordinal = first
    for (const instance of distinctInstances(model, run.seed)) {
      if (ordinal === first + count) break
      if (!written.has(ordinal)) {
        const fingerprint = createHash('sha256').update(searchableText(instance)).digest('hex')
        const draft = { ordinal, skillCode: model.skill, fingerprint, instance }
        await keep(store.keepDraft(run.id, draft, now()))
      }
      ordinal++
    }
  }
  await keep(store.finishStep(run.id, 'GENERATE', now()))
}

async function evaluateStep(work: Work, run: RunRow): Promise<void> {
  const { store, search, now, keep } = work
  if (await isDone(work, run, 'EVALUATE')) return
  await keep(store.beginStep(run.id, 'EVALUATE', run.count, now()))
  const drafts = await store.findDraftsOfRun(run.id)
  const texts = await search.embedAll(drafts.map((draft) => searchableText(draft.instance)))
  const bank = await neighboursInBank(work, drafts, texts)
  const lengths = longestOption(drafts.map((draft) => draft.instance))
  for (const [place, draft] of drafts.entries()) {
    if (draft.status !== 'GENERATED') continue
    const text = texts[place]?.text ?? ''
    const neighbours = [...(bank[place] ?? []), ...neighboursInRun(drafts, texts, place)]
    const verdicts: Verdict[] = [
      ...ownVerdicts(mustBeModel(draft.itemModelCode), draft),
      ...lengths.slice(place, place + 1),
      nearDuplicate(text, neighbours),
    ]
    await keep(store.keepVerdicts(run.id, draft.id, verdicts, now()))
  }
  await keep(store.finishStep(run.id, 'EVALUATE', now()))
}

function ownVerdicts(model: ItemModel, { instance }: DraftRow): Verdict[] {
  const { stem, explanation, options } = instance
  return [
    keyVerified(model, instance),
    distractorsDistinct(model, instance),
    selfContained({ stem, explanation, options: options.map((option) => option.text) }),
  ]
}

/** For each draft what is near it among accepted drafts and published questions. */
async function neighboursInBank(
  { store, search }: Work,
  drafts: readonly DraftRow[],
  texts: readonly Embedded[],
): Promise<Neighbour[][]> {
  const found = await search.nearest(texts.map(({ embedding }) => ({ vector: embedding, first: 10 })))
  const near = found.map((matches, place) =>
    matches.filter(({ id, similarity }) => similarity >= nearSimilarity && id !== drafts[place]?.id),
  )
  const rows = await store.findIndexedTexts([...new Set(near.flat().map((match) => match.id))])
  const textOf = new Map(rows.map((row) => [row.id, row.text]))
  return near.map((matches) =>
    matches.map((match) => ({ ...match, from: 'bank', text: textOf.get(match.id) ?? '' })),
  )
}

/** What is near a draft among those written before it: of two that are the same, the first one stays. */
function neighboursInRun(
  drafts: readonly DraftRow[],
  texts: readonly Embedded[],
  place: number,
): Neighbour[] {
  const own = texts[place]?.embedding ?? []
  return drafts.slice(0, place).map(({ id }, before) => ({
    id,
    from: 'run',
    similarity: cosine(own, texts[before]?.embedding ?? []),
    text: texts[before]?.text ?? '',
  }))
}

async function isDone({ store }: Work, run: RunRow, step: Step): Promise<boolean> {
  const steps = await store.findSteps([run.id])
  return steps.some((row) => row.kind === step && row.finishedAt !== null)
}

function modelsFor({ itemModelCode, skillCode }: RunRow): ItemModel[] {
  if (itemModelCode) return [mustBeModel(itemModelCode)]
  return itemModelsOf(skillCode ?? '')
}

function mustBeModel(code: string): ItemModel {
  const model = itemModel(code)
  if (!model) throw new Error(`There is no item model "${code}".`)
  return model
}
