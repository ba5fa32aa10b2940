import type { FetchDataKeyRenamer, FetchNode } from '@apollo/query-planner'
import { type DocumentNode, Kind, parse, print, stripIgnoredCharacters, visit } from 'graphql'
import { isObject } from '../../kit/is-object.ts'
import type { ExecutableFetch, RequestText } from './compile-plan.ts'
import { joinTexts } from './group-fetches.ts'
import { type JsonObject, readOwn } from './own.ts'
import { EACH, isOfTypes, isTypes } from './places.ts'
import type { IsType } from './types.ts'

/** What the entities of a fetch are asked with that stands elsewhere in the data, most often above them: `@fromContext`. */
export type Context = {
  /** The places where the fetch's results go, by what they find there. */
  places(root: JsonObject): readonly InContext[]
  /** One request with so many lists of entities, each with values of its own. */
  request(fetch: ExecutableFetch, lists: number): RequestText
  /** Where from, for whoever looks at the plan. */
  sources: readonly FetchDataKeyRenamer[]
  /** The values of the lists, as variables of that request. */
  variables(lists: readonly InContext[]): JsonObject
}

/** `missing`: something there should be a value of, and is none, since whoever was asked for it did not answer. */
type InContext = { values: JsonObject; missing: boolean; places: readonly JsonObject[] }

/** More lists than this in one request would make a text that nobody has seen before out of every answer. */
export const MOST_LISTS = 32

const UP = '..'
const FRAGMENT = '... on '

/**
 * Undefined when a fetch takes nothing from elsewhere. The planner says from where by paths that begin at the entity: `..`
 * is the object that holds it, and `... on T` holds for objects of that type alone. Of several paths for one variable the
 * first that leads anywhere counts.
 */
export function compileContext(
  { contextRewrites }: FetchNode,
  path: readonly string[],
  isType: IsType,
): Context | undefined {
  if (!contextRewrites || contextRewrites.length === 0) return undefined
  const names = [...new Set(contextRewrites.map(({ renameKeyTo }) => renameKeyTo))]
  const requests: (RequestText | undefined)[] = []

  return {
    sources: contextRewrites,

    places(root) {
      const found = new Map<string, InContext & { places: JsonObject[] }>()
      eachPlace(root, path, (place, above) => {
        const there = valuesAt([...above, place], contextRewrites, isType)
        const key = JSON.stringify([there.missing, names.map((name) => there.values[name])])
        const same = found.get(key)
        if (same) same.places.push(place)
        else found.set(key, { ...there, places: [place] })
      })
      return [...found.values()]
    },

    request(fetch, lists) {
      return (requests[lists] ??= requestOf(fetch, names, lists))
    },

    variables: (lists) =>
      Object.fromEntries(
        lists.flatMap(({ values }, index) =>
          Object.entries(values).map(([name, value]) => [nameAt(name, index), value] as const),
        ),
      ),
  }
}

/** Visits the objects at a path of the plan, each with those that it stands in, from the root on. */
function eachPlace(
  root: JsonObject,
  path: readonly string[],
  visitPlace: (place: JsonObject, above: readonly JsonObject[]) => void,
): void {
  function walk(value: unknown, depth: number, above: readonly JsonObject[]): void {
    const step = path[depth]
    if (step !== undefined && isTypes(step)) {
      if (!isObject(value) || isOfTypes(value, step)) walk(value, depth + 1, above)
    } else if (Array.isArray(value)) {
      for (const item of value) walk(item, step === EACH ? depth + 1 : depth, above)
    } else if (isObject(value)) {
      if (step === undefined) visitPlace(value, above)
      else walk(readOwn(value, step), depth + 1, [...above, value])
    }
  }
  walk(root, 0, [])
}

function valuesAt(
  line: readonly JsonObject[],
  rewrites: readonly FetchDataKeyRenamer[],
  isType: IsType,
): { values: JsonObject; missing: boolean } {
  const values: JsonObject = {}
  const missing = new Set<string>()
  for (const { path, renameKeyTo } of rewrites) {
    if (values[renameKeyTo] !== undefined) continue
    const up = path.findIndex((step) => step !== UP)
    const value = readPath(line.at(-1 - up), path.slice(up), isType)
    if (value === undefined) missing.add(renameKeyTo)
    else if (value !== ELSEWHERE) values[renameKeyTo] = value
  }
  return { values, missing: [...missing].some((name) => !(name in values)) }
}

/** In place of a value: the path is for objects of another type. */
const ELSEWHERE = Symbol('elsewhere')

function readPath(value: unknown, path: readonly string[], isType: IsType): unknown {
  const [step, ...rest] = path
  if (step === undefined || value === null || value === undefined) return value
  if (Array.isArray(value)) return value.map((item) => readItem(item, path, isType))
  if (!isObject(value)) return undefined
  if (!step.startsWith(FRAGMENT)) return readPath(readOwn(value, step), rest, isType)
  const type = value.__typename
  // What does not say its type is of the type that was asked for.
  const applies = typeof type !== 'string' || isType(type, step.slice(FRAGMENT.length))
  return applies ? readPath(value, rest, isType) : ELSEWHERE
}

function readItem(item: unknown, path: readonly string[], isType: IsType): unknown {
  const value = readPath(item, path, isType)
  return value === undefined || value === ELSEWHERE ? null : value
}

function requestOf(fetch: ExecutableFetch, names: readonly string[], lists: number): RequestText {
  const one = { ...fetch, variables: fetch.variables.filter((name) => !names.includes(name)) }
  if (lists === 1) return one
  const document = parse(fetch.query, { noLocation: true })
  const joined = joinTexts(
    Array.from({ length: lists }, (_, index) => ({ ...one, query: withNames(document, names, index) })),
  )
  if (!joined) throw new Error(`A request to "${fetch.subgraph}" cannot hold several lists of entities.`)
  return joined
}

function withNames(document: DocumentNode, names: readonly string[], index: number): string {
  const renamed = visit(document, {
    Variable: (node) =>
      names.includes(node.name.value)
        ? { ...node, name: { kind: Kind.NAME, value: nameAt(node.name.value, index) } }
        : undefined,
  })
  return stripIgnoredCharacters(print(renamed))
}

function nameAt(name: string, index: number): string {
  return index === 0 ? name : `${name}_${index}`
}
