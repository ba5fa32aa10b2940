import { isObject } from '../../kit/is-object.ts'
import { type JsonObject, readOwn } from './own.ts'

/** Every item of a list, in the path of a plan. */
export const EACH = '@'

/**
 * A step of the planner's as steps of ours: `media|[Book,Film]` is `media`, and of what stands there only the books and
 * films, which is `|,Book,Film,`. Where the planner tells types apart, a path begins with a step without a name.
 */
export function stepsOf(step: string): string[] {
  const at = step.indexOf('|[')
  if (at === -1) return step === '' ? [] : [step]
  const types = `|,${step.slice(at + 2, -1)},`
  return at === 0 ? [types] : [step.slice(0, at), types]
}

/** A step that leads nowhere, but leaves only objects of some types. */
export function isTypes(step: string): boolean {
  return step.startsWith('|')
}

/** Whether an object is of one of the types of a step. One that does not say its type is of those that were asked for. */
export function isOfTypes({ __typename }: JsonObject, step: string): boolean {
  return typeof __typename !== 'string' || step.includes(`,${__typename},`)
}

/**
 * The objects at a path of the plan.
 * @param shared whether one object may stand at several places: then each is given once, however many ways lead to it
 */
export function placesAt(root: JsonObject, path: readonly string[], shared: boolean): readonly JsonObject[] {
  let level: unknown[] = [root]
  for (const step of path) {
    if (isTypes(step)) {
      level = level.filter((value) => !isObject(value) || isOfTypes(value, step))
      continue
    }
    const next: unknown[] = []
    for (const value of level) {
      if (step === EACH) {
        if (Array.isArray(value)) for (const item of value) next.push(item)
      } else if (isObject(value)) next.push(readOwn(value, step))
    }
    level = shared && step !== EACH ? [...new Set(next)] : next
  }
  const places: JsonObject[] = []
  for (const value of level) collect(value, places)
  return shared ? [...new Set(places)] : places
}

function collect(value: unknown, places: JsonObject[]): void {
  if (isObject(value)) places.push(value)
  else if (Array.isArray(value)) for (const item of value) collect(item, places)
}

export type ResponsePath = readonly (string | number)[]

/** How many places one response names where something is wrong: a list can have any number of them. */
export const PLACES_TOLD = 1_000

/**
 * The ways a client sees to some of the objects at a path of the plan: one for each index of each list. Of more than it
 * will be told it gets the first ones.
 */
export function waysTo(
  root: JsonObject,
  path: readonly string[],
  wanted: ReadonlySet<JsonObject>,
): Map<JsonObject, ResponsePath[]> {
  const ways = new Map<JsonObject, ResponsePath[]>()
  let found = 0
  function walk(value: unknown, depth: number, way: ResponsePath): void {
    if (found >= PLACES_TOLD) return
    const step = path[depth]
    if (step !== undefined && isTypes(step)) {
      if (!isObject(value) || isOfTypes(value, step)) walk(value, depth + 1, way)
    } else if (Array.isArray(value)) {
      const after = step === EACH ? depth + 1 : depth
      value.forEach((item, index) => walk(item, after, [...way, index]))
    } else if (isObject(value)) {
      if (step === undefined) {
        if (!wanted.has(value)) return
        found += 1
        const known = ways.get(value)
        if (known) known.push(way)
        else ways.set(value, [way])
      } else walk(readOwn(value, step), depth + 1, [...way, step])
    }
  }
  walk(root, 0, [])
  return ways
}
