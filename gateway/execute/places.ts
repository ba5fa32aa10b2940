import { type JsonObject, isObject, readOwn } from './own.ts'

/** Every item of a list, in the path of a plan. */
export const EACH = '@'

/**
 * The objects at a path of the plan.
 * @param shared whether one object may stand at several places: then each is given once, however many ways lead to it
 */
export function placesAt(root: JsonObject, path: readonly string[], shared: boolean): readonly JsonObject[] {
  let level: unknown[] = [root]
  for (const step of path) {
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
    if (Array.isArray(value)) {
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
