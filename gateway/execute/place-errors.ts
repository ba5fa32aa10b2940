import type { GraphQLFormattedError } from 'graphql'
import type { ExecutableFetch, RequestText } from './compile-plan.ts'
import type { Use, Wanted } from './entities.ts'
import type { JsonObject } from './own.ts'
import { EACH, PLACES_TOLD, type ResponsePath, isTypes, waysTo } from './places.ts'
import { renamed } from './rewrites.ts'

type PlacedError = { error: GraphQLFormattedError; path: ResponsePath | undefined }

/**
 * Where a client sees the errors of a request for entities: one of an entity at each place that shows it, any other that
 * has a path where the entities begin.
 */
export function placeErrors(
  request: RequestText,
  errors: readonly GraphQLFormattedError[],
  wanted: readonly (readonly Wanted[])[],
  root: JsonObject,
): PlacedError[] {
  const some = errors.slice(0, PLACES_TOLD)
  const entities = some.map(({ path }) => {
    if (!path || typeof path[1] !== 'number') return undefined
    return wanted[request.lists.findIndex(({ field }) => field === path[0])]?.[path[1]]
  })
  const ways = findWays(entities, root)
  return some.flatMap((error, index): PlacedError[] => {
    const { path } = error
    if (!path) return [{ error, path: undefined }]
    const entity = entities[index]
    if (!entity)
      return concerned(request, path, wanted).map((fetch) => ({ error, path: pathOfEntities(fetch) }))
    return entity.uses.flatMap(({ fetch, places }) =>
      places.flatMap((place) =>
        (ways.get(fetch)?.get(place) ?? []).map((way) => ({
          error,
          path: renamed([...way, ...path.slice(2)], fetch.renamed),
        })),
      ),
    )
  })
}

/** Where the entities of a fetch begin, for what concerns all of them. */
export function pathOfEntities({ path }: ExecutableFetch): ResponsePath {
  const each = path.indexOf(EACH)
  return (each === -1 ? path : path.slice(0, each)).filter((step) => !isTypes(step))
}

/** One walk for each fetch, however many errors there are. */
function findWays(
  entities: readonly (Wanted | undefined)[],
  root: JsonObject,
): Map<ExecutableFetch, Map<JsonObject, ResponsePath[]>> {
  const uses = new Set(entities.flatMap((entity): readonly Use[] => entity?.uses ?? []))
  const places = new Map<ExecutableFetch, Set<JsonObject>>()
  for (const use of uses) {
    const known = places.get(use.fetch) ?? new Set()
    for (const place of use.places) known.add(place)
    places.set(use.fetch, known)
  }
  return new Map([...places].map(([fetch, wanted]) => [fetch, waysTo(root, fetch.path, wanted)]))
}

/** The fetches of the list that an error names, or all of a request's. */
function concerned(
  request: RequestText,
  path: ResponsePath,
  wanted: readonly (readonly Wanted[])[],
): ExecutableFetch[] {
  const list = wanted[request.lists.findIndex(({ field }) => field === path[0])] ?? wanted.flat()
  return [...new Set(list.flatMap(({ uses }) => uses.map(({ fetch }) => fetch)))]
}
