import type { ExecutableFetch } from './compile-plan.ts'
import { type JsonObject, copyJson, mergeInto } from './own.ts'
import type { Represent } from './representations.ts'

/** An entity to ask for, once, and everywhere it stands. */
export type Wanted = { key: string; representation: JsonObject; text: string; uses: readonly Use[] }

/** The places where one fetch wants an entity. */
export type Use = { fetch: ExecutableFetch; places: JsonObject[] }

/**
 * The entities that a fetch has to ask for, read from what stands where its results go.
 * @param lacking gets the places of those of which less is known than the fetch needs
 */
export function collectEntities(
  fetch: ExecutableFetch,
  represent: Represent,
  places: readonly JsonObject[],
  lacking?: JsonObject[],
): Wanted[] {
  const wanted = new Map<string, { places: JsonObject[]; entity: Wanted }>()
  for (const place of places) {
    const representation = represent(place)
    if (!representation || (fetch.isKnown && !fetch.isKnown(representation, place.__typename))) {
      lacking?.push(place)
      continue
    }
    const text = JSON.stringify(representation)
    // Two types asked for as one interface are told apart again where the answer is rewritten by type.
    const key = fetch.rewriteOutput ? `${String(place.__typename)} ${text}` : text
    const known = wanted.get(key)
    if (known) known.places.push(place)
    else {
      const places = [place]
      wanted.set(key, { places, entity: { key, representation, text, uses: [{ fetch, places }] } })
    }
  }
  return [...wanted.values()].map(({ entity }) => entity)
}

/** What several fetches want that ask for the same of an entity: each entity once. */
export function joinWanted(several: readonly (readonly Wanted[])[]): readonly Wanted[] {
  const [only] = several
  if (only && several.length === 1) return only
  const joined = new Map<string, Wanted>()
  for (const entity of several.flat()) {
    const known = joined.get(entity.key)
    joined.set(entity.key, known ? { ...known, uses: [...known.uses, ...entity.uses] } : entity)
  }
  return [...joined.values()]
}

/**
 * Puts an entity wherever it is wanted. Gives whether one object now stands at several places, which it does not when
 * they must stay `apart`.
 */
export function spreadEntity({ uses }: Wanted, answer: JsonObject, apart: boolean): boolean {
  let shared = false
  for (const [index, { fetch, places }] of uses.entries()) {
    // What is fetched later below one path is not what is fetched below another, though the entity be the same.
    const entity = index === uses.length - 1 ? answer : copyJson(answer)
    if (fetch.rewriteOutput) rewriteAs(entity, places[0]?.__typename, fetch.rewriteOutput)
    if (places.length > 1 && !apart) shared = true
    for (const [at, place] of places.entries()) {
      mergeInto(place, apart && at < places.length - 1 ? copyJson(entity) : entity, fetch.isType)
    }
  }
  return shared
}

/** Rewrites that depend on a type read it in the entity, where a subgraph has not always been asked for it. */
function rewriteAs(entity: JsonObject, typename: unknown, rewrite: (value: unknown) => void): void {
  const told = entity.__typename !== undefined
  if (!told) entity.__typename = typename
  rewrite(entity)
  if (!told) delete entity.__typename
}
