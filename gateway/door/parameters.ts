import { isObject } from '../../kit/is-object.ts'
import { NO_QUERY } from '../errors.ts'
import { malformed } from './refusal.ts'

/** What a request asks for, by whichever method. */
export type Parameters = {
  query?: string | undefined
  documentId?: string | undefined
  operationName?: string | undefined
  variables?: Record<string, unknown> | undefined
  extensions?: Record<string, unknown> | undefined
}

/**
 * The parameters of an operation in the body of a POST.
 * @throws Refusal 400 when they are of other types than GraphQL over HTTP gives them
 */
export function readBody(body: unknown): Parameters {
  if (!isObject(body)) throw malformed('The body must be an object with a query.')
  const { query, documentId, operationName, variables, extensions } = body
  if (query != null && typeof query !== 'string') throw malformed('The query must be a string.')
  if (documentId != null && typeof documentId !== 'string')
    throw malformed('The documentId must be a string.')
  if (operationName != null && typeof operationName !== 'string') {
    throw malformed('The operationName must be a string.')
  }
  if (variables != null && !isObject(variables)) throw malformed('The variables must be an object.')
  if (extensions != null && !isObject(extensions)) throw malformed('The extensions must be an object.')
  const id = documentId ?? (extensions ? hashIn(extensions) : undefined)
  if (!query && !id) throw malformed(NO_QUERY)
  return {
    query: query ?? undefined,
    documentId: id,
    operationName: operationName ?? undefined,
    variables: variables ?? undefined,
    extensions: extensions ?? undefined,
  }
}

/**
 * The same in the address of a GET: variables and extensions are JSON there, and an empty one is none.
 * @throws Refusal 400
 */
export function readSearch(search: string): Parameters {
  const parameters = new URLSearchParams(search)
  const once = (name: string): string | undefined => {
    const values = parameters.getAll(name)
    if (values.length > 1) throw malformed(`The parameter ${name} stands in the address more than once.`)
    return values[0] || undefined
  }
  const json = (name: string): unknown => {
    const text = once(name)
    if (text === undefined) return undefined
    try {
      return JSON.parse(text)
    } catch {
      throw malformed(`The parameter ${name} is not JSON.`)
    }
  }
  return readBody({
    query: once('query'),
    documentId: once('documentId'),
    operationName: once('operationName'),
    variables: json('variables'),
    extensions: json('extensions'),
  })
}

/** As clients of Apollo's automatic persisted queries name a document. */
function hashIn({ persistedQuery }: Record<string, unknown>): string | undefined {
  if (persistedQuery == null) return undefined
  if (
    !isObject(persistedQuery) ||
    persistedQuery.version !== 1 ||
    typeof persistedQuery.sha256Hash !== 'string'
  ) {
    throw malformed('A persisted query has version 1 and a sha256Hash.')
  }
  return persistedQuery.sha256Hash
}
