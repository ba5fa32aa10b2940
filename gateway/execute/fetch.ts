import type { GraphQLFormattedError } from 'graphql'
import type { FetchRequest } from './run-plan.ts'
import { createInFlight } from './in-flight.ts'
import type { Metrics } from '../metrics.ts'
import type { Headers, Reach, SubgraphResult } from '../reach/reach.ts'

/**
 * One fetch of a plan. Never rejects; the result is the caller's own. `alone`: it must begin now, not join one that is
 * under way, since what it asks for may have changed a moment ago.
 */
export type Fetch = (
  request: FetchRequest,
  headers: Headers,
  options: { alone: boolean },
) => Promise<SubgraphResult>

/** What tells traces apart, and nothing about the data. */
const TRACE_HEADER = 'traceparent'

/**
 * The subgraphs as the executor calls them: each fetch measured, and its answer checked. Identical queries under way at
 * the same time are one, where all headers that go on are the same too, and with them who is asking: a subgraph
 * may answer each viewer differently. A mutation is never shared, and who reads after it never gets what was read before.
 */
export function createFetch(reach: Reach, metrics: Metrics): Fetch {
  const inFlight = createInFlight()

  return async (request, headers, { alone }) => {
    const { fetch, variablesText } = request
    if (fetch.kind !== 'query') return ask(request, headers).finally(() => inFlight.startAnew())
    if (alone) return ask(request, headers)
    const others = Object.entries(headers)
      .filter(([name]) => name !== TRACE_HEADER)
      .sort(([a], [b]) => (a < b ? -1 : 1))
    const key = JSON.stringify([fetch.subgraph, others]) + fetch.operationText + variablesText
    return inFlight.share(key, () => ask(request, headers))
  }

  async function ask(request: FetchRequest, headers: Headers): Promise<SubgraphResult> {
    const { fetch, variables, variablesText } = request
    const { query, operationName } = fetch
    const subgraph = reach[fetch.subgraph]
    if (!subgraph) return malformed(`The plan names "${fetch.subgraph}", which is no subgraph.`)
    const started = performance.now()
    const text = { operation: fetch.operationText, variables: variablesText }
    const answer = await subgraph.execute({ query, operationName, variables, text }, headers)
    const result = checkAnswer(request, answer)
    metrics.fetched(fetch.subgraph, result.errors ? 'error' : 'ok', (performance.now() - started) / 1000)
    return result
  }
}

/**
 * A subgraph's answer, if it is one to what was asked: data, or at least a reason why there is none; and, for entities,
 * one for each that was asked for.
 */
function checkAnswer({ fetch, variables }: FetchRequest, answer: SubgraphResult): SubgraphResult {
  const name = fetch.subgraph
  if (answer.data == null) {
    return answer.errors
      ? answer
      : malformed(`The subgraph "${name}" answered without data and without an error.`)
  }
  if (!fetch.represent) return answer
  const asked = (variables.representations as unknown[]).length
  const entities = answer.data._entities
  if (Array.isArray(entities) && entities.length === asked && entities.every(isEntity)) return answer
  if (entities == null && answer.errors) return { errors: answer.errors }
  const given = !Array.isArray(entities)
    ? 'no list of'
    : entities.length === asked
      ? 'other things than'
      : entities.length
  return malformed(`The subgraph "${name}" answered with ${given} entities where ${asked} were asked for.`)
}

function isEntity(value: unknown): boolean {
  return value === null || (typeof value === 'object' && !Array.isArray(value))
}

function malformed(message: string): { errors: GraphQLFormattedError[] } {
  return { errors: [{ message, extensions: { code: 'SUBREQUEST_MALFORMED_RESPONSE' } }] }
}
