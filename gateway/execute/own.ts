import { isObject } from '../../kit/is-object.ts'
import type { IsType } from './types.ts'

/** A JSON object as it came from a subgraph. */
export type JsonObject = Record<string, unknown>

/**
 * A property of the object itself. A client may call a field `constructor` or `toString`, which every object has from
 * its prototype.
 */
export function readOwn(object: JsonObject, key: string): unknown {
  const value = object[key]
  // JSON has no functions, and all that comes from the prototype is one, but for the prototype's own name.
  const inherited = typeof value === 'function' || key === '__proto__'
  return inherited && !Object.hasOwn(object, key) ? undefined : value
}

/** Sets a property of the object itself: an alias may be called `__proto__`, which assigned would become the prototype. */
export function writeOwn(object: JsonObject, key: string, value: unknown): void {
  if (key === '__proto__') {
    Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true })
  } else {
    object[key] = value
  }
}

/** A copy that shares no object with the original. */
export function copyJson<Value>(value: Value): Value {
  if (Array.isArray(value)) return value.map(copyJson) as Value
  if (!isObject(value)) return value
  const copy: JsonObject = {}
  for (const key of Object.keys(value)) writeOwn(copy, key, copyJson(value[key]))
  return copy as Value
}

/**
 * Merges what another fetch says of the same thing, in place. Lists of one length are merged item by item; a list of
 * another length, or a value, replaces what was there. A type gives way to one of its own only: to a subgraph that has an
 * interface as an `@interfaceObject`, every book is a `Media`.
 */
export function mergeInto(target: JsonObject, source: JsonObject, isType: IsType): void {
  if (target === source) return
  for (const key of Object.keys(source)) {
    const value = source[key]
    if (value === undefined) continue
    const present = readOwn(target, key)
    if (isObject(present) && isObject(value)) mergeInto(present, value, isType)
    else if (Array.isArray(present) && Array.isArray(value) && present.length === value.length) {
      mergeItems(present, value, isType)
    } else if (key === '__typename' && typeof present === 'string' && present !== value) {
      if (typeof value === 'string' && isType(value, present)) target[key] = value
    } else writeOwn(target, key, value)
  }
}

function mergeItems(target: unknown[], source: readonly unknown[], isType: IsType): void {
  for (const [index, value] of source.entries()) {
    const present = target[index]
    if (isObject(present) && isObject(value)) mergeInto(present, value, isType)
    else if (Array.isArray(present) && Array.isArray(value) && present.length === value.length) {
      mergeItems(present, value, isType)
    } else target[index] = value
  }
}
