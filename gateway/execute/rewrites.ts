import type { FetchDataRewrite } from '@apollo/query-planner'
import { isObject } from '../../kit/is-object.ts'
import { type JsonObject, readOwn, writeOwn } from './own.ts'
import type { ResponsePath } from './places.ts'
import type { IsType } from './types.ts'

const FRAGMENT = '... on '

/** What the planner wants changed in what goes to a subgraph, or comes from it. */
export type Rewrite = (value: unknown) => void

/** Undefined when there is nothing to change. */
export function compileRewrites(
  rewrites: readonly FetchDataRewrite[] | undefined,
  isType: IsType,
): Rewrite | undefined {
  if (!rewrites || rewrites.length === 0) return undefined
  const compiled = rewrites.map((rewrite) => compileRewrite(rewrite, isType))
  return (value) => {
    for (const rewrite of compiled) rewrite(value)
  }
}

function compileRewrite(rewrite: FetchDataRewrite, isType: IsType): Rewrite {
  const name = rewrite.path.at(-1) ?? ''
  let apply: Rewrite = onObject((object) => {
    if (rewrite.kind === 'ValueSetter') return writeOwn(object, name, rewrite.setValueTo)
    const value = readOwn(object, name)
    if (value === undefined) return
    writeOwn(object, rewrite.renameKeyTo, value)
    Reflect.deleteProperty(object, name)
  })
  for (const step of rewrite.path.slice(0, -1).reverse()) {
    const inner = apply
    if (step.startsWith(FRAGMENT)) {
      const condition = step.slice(FRAGMENT.length)
      // What does not say its type is of the type that was asked for.
      apply = onObject((object) => {
        const type = object.__typename
        if (typeof type !== 'string' || isType(type, condition)) inner(object)
      })
    } else apply = onObject((object) => inner(readOwn(object, step)))
  }
  return apply
}

function onObject(change: (object: JsonObject) => void): Rewrite {
  const apply: Rewrite = (value) => {
    if (Array.isArray(value)) value.forEach(apply)
    else if (isObject(value)) change(value)
  }
  return apply
}

/** The names by which a client knows what the planner had renamed in a fetch, for the paths of errors. */
export function renamedFields(rewrites: readonly FetchDataRewrite[] | undefined): Map<string, string> {
  return new Map(
    (rewrites ?? []).flatMap((rewrite) =>
      rewrite.kind === 'KeyRenamer' ? [[rewrite.path.at(-1) ?? '', rewrite.renameKeyTo]] : [],
    ),
  )
}

export function renamed(path: ResponsePath, names: ReadonlyMap<string, string>): ResponsePath {
  return names.size === 0
    ? path
    : path.map((step) => (typeof step === 'string' ? (names.get(step) ?? step) : step))
}
