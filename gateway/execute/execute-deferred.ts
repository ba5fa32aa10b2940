import type { GraphQLFormattedError } from 'graphql'
import { isObject } from '../../kit/is-object.ts'
import type { DeferredBlock, PlannedDeferred } from '../plan/create-deferred-plan.ts'
import type { Headers } from '../reach/reach.ts'
import type { ExecutableNode, ExecutablePlan } from './compile-plan.ts'
import { type ExecutedPlan, unexplained } from './execute-plan.ts'
import type { Fetch } from './fetch.ts'
import type { JsonObject } from './own.ts'
import { type FetchResult, type Gathered, runPlan } from './run-plan.ts'
import type { Later, Shaped } from './shape.ts'

/** What of one object came later. */
export type Incremental = ExecutedPlan & { path: readonly (string | number)[]; label?: string }

/** What is there, as Apollo's servers tell it (deferSpec=20220824): all but the deferred first, then each as it comes. */
export type DeferredPart =
  (ExecutedPlan & { hasNext: boolean }) | { incremental: readonly Incremental[]; hasNext: boolean }

const LEFT: FetchResult = { errors: [{ message: 'Nobody waits for this any more.' }] }

/**
 * Executes an operation in parts. What is deferred is fetched as soon as what it needs is there, but never told before
 * the first part. Once nobody waits for it any more, which `signal` tells, nothing more is fetched.
 */
export async function* executeDeferred(options: {
  planned: PlannedDeferred
  fetch: Fetch
  variables: Record<string, unknown>
  coerced: Record<string, unknown>
  headers: Headers
  signal: AbortSignal
}): AsyncGenerator<DeferredPart, undefined> {
  const { planned, fetch, variables, coerced, headers, signal } = options
  const data: JsonObject = {}
  const fetched = new Map<string, PromiseWithResolvers<void>>()
  const running = new Map<string, Promise<void>>()
  const gathered = new Map<string, Gathered>()

  const ids = new Set([planned.first, ...plansOf(planned.blocks)].flatMap(({ node }) => idsIn(node)))
  let over = false
  const first = section(planned.first)
  start(planned.blocks, first)
  const { errors } = await first
  const introspection = planned.introspect?.(coerced) ?? {}
  const shape = planned.shape(coerced)
  const shaped = shape.first(data, introspection)
  let waiting = shaped.later.filter(({ path }) => isThere(shaped.data, path))
  yield { ...told(shaped, planned.toClientPaths(errors)), hasNext: waiting.length > 0 }

  while (waiting.length > 0 && !signal.aborted) {
    const ready = waiting.filter(({ label }) => !running.has(label) || gathered.has(label))
    if (ready.length === 0) {
      await Promise.race(waiting.map(({ label }) => running.get(label)))
      continue
    }
    waiting = waiting.filter((part) => !ready.includes(part))
    const errorsOf = shareErrors(ready)
    const incremental = ready.map((part): Incremental => {
      const next = shape.next(part, introspection)
      const depth = part.path.length
      waiting.push(...next.later.filter(({ path }) => isThere(next.data, path.slice(depth))))
      const label = planned.labels.get(part.label)
      return {
        ...(label === undefined ? {} : { label }),
        path: part.path,
        ...told(next, errorsOf.get(part) ?? []),
      }
    })
    yield { incremental, hasNext: waiting.length > 0 }
  }
  over = true

  /** `above`: all that comes sooner is there. */
  function start(blocks: readonly DeferredBlock[], above: Promise<unknown>): void {
    for (const { label, depends, plan, blocks: inner } of blocks) {
      // The planner names some fetches that no plan has: then there is nothing to wait for but all of it.
      const needed = depends.map((id) => (ids.has(id) ? whenFetched(id).promise : above))
      const run = Promise.all(needed).then(() => section(plan))
      const done = run.then((result) => void gathered.set(label, result))
      const reached = Promise.all([above, done])
      // Whoever waits for them is told; nobody may.
      for (const promise of [done, reached]) promise.catch(() => {})
      running.set(label, done)
      start(inner, reached)
    }
  }

  async function section(plan: ExecutablePlan): Promise<Gathered> {
    const result = await runPlan({
      plan,
      variables,
      coerced,
      data,
      fetched: ({ id }) => {
        if (id !== undefined) whenFetched(id).resolve()
      },
      async ask(request) {
        // What changes something is not left half done.
        const wanted = request.fetch.kind !== 'query' || !(signal.aborted || over)
        return wanted ? fetch(request, headers, { alone: false }) : LEFT
      },
    })
    // What a condition left out has nothing to wait for either.
    for (const id of idsIn(plan.node)) whenFetched(id).resolve()
    return result
  }

  function whenFetched(id: string): PromiseWithResolvers<void> {
    let when = fetched.get(id)
    if (!when) fetched.set(id, (when = Promise.withResolvers()))
    return when
  }

  /** Each error belongs to the part at whose path it is, or else to the first part of those that were fetched together. */
  function shareErrors(parts: readonly Later[]): Map<Later, GraphQLFormattedError[]> {
    const shared = new Map<Later, GraphQLFormattedError[]>()
    for (const [label, same] of Map.groupBy(parts, (part) => part.label)) {
      const errors = planned.toClientPaths(gathered.get(label)?.errors ?? [])
      for (const error of errors) {
        const at = same.find(({ path }) => path.every((step, index) => error.path?.[index] === step))
        const part = at ?? same[0]
        if (part) shared.set(part, [...(shared.get(part) ?? []), error])
      }
    }
    return shared
  }
}

function told({ data, violations, refused }: Shaped, errors: readonly GraphQLFormattedError[]): ExecutedPlan {
  const all = [...errors, ...refused]
  all.push(...unexplained(violations, all))
  return all.length > 0 ? { data, errors: all } : { data }
}

/** Whether there is an object at the path: null may have taken the place of one on the way to it. */
function isThere(data: unknown, path: readonly (string | number)[]): boolean {
  let value = data
  for (const step of path) {
    if (typeof value !== 'object' || value === null) return false
    value = (value as Record<string | number, unknown>)[step]
  }
  return isObject(value)
}

function plansOf(blocks: readonly DeferredBlock[]): ExecutablePlan[] {
  return blocks.flatMap(({ plan, blocks: inner }) => [plan, ...plansOf(inner)])
}

function idsIn(node: ExecutableNode | undefined): string[] {
  switch (node?.kind) {
    case undefined:
      return []
    case 'Fetch':
      return node.fetch.id === undefined ? [] : [node.fetch.id]
    case 'Condition':
      return [...idsIn(node.then), ...idsIn(node.otherwise)]
    case 'Sequence':
    case 'Parallel':
      return node.nodes.flatMap(idsIn)
  }
}
