import type { GraphQLFormattedError } from 'graphql'
import { isObject } from '../../kit/is-object.ts'
import type { SubgraphResult } from './reach.ts'

/** A GraphQL response as a subgraph sent it, or undefined for anything else. Every error in it has a code. */
export function readResult(body: unknown): SubgraphResult | undefined {
  if (!isObject(body)) return undefined
  const { data, errors } = body
  if (data !== undefined && data !== null && !isObject(data)) return undefined
  if (errors !== undefined && errors !== null && !(Array.isArray(errors) && errors.every(isErrorShaped))) {
    return undefined
  }
  const list = (errors ?? []) as GraphQLFormattedError[]
  if (data === undefined && list.length === 0) return undefined
  return {
    ...(data === undefined ? {} : { data }),
    ...(list.length > 0 ? { errors: list.map((error) => withCode(withoutOddPath(error))) } : {}),
  }
}

/** The code that a server gives to an error without one, the same for each way to a subgraph. */
export function withCode(
  error: GraphQLFormattedError,
  code = 'INTERNAL_SERVER_ERROR',
): GraphQLFormattedError {
  const extensions = isObject(error.extensions) ? error.extensions : {}
  return typeof extensions.code === 'string' ? error : { ...error, extensions: { ...extensions, code } }
}

/** A path of anything but names and indexes leads nowhere. */
function withoutOddPath(error: GraphQLFormattedError): GraphQLFormattedError {
  const { path, ...rest } = error
  const isStep = (step: unknown) => typeof step === 'string' || Number.isInteger(step)
  return !path || path.every(isStep) ? error : rest
}

function isErrorShaped(value: unknown): boolean {
  return (
    isObject(value) && typeof value.message === 'string' && (value.path == null || Array.isArray(value.path))
  )
}
