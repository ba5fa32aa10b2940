import type { GraphQLFormattedError } from 'graphql'
import { isObject } from '../../kit/is-object.ts'
import type { Logger } from '../../kit/log.ts'
import type { FetchRequest } from './run-plan.ts'
import { createInFlight } from './in-flight.ts'
import { readOwn } from './own.ts'
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
export function createFetch(reach: Reach, metrics: Metrics, log: Logger): Fetch {
  const inFlight = createInFlight()

  /** The subgraph is told one trace alone; the others are found by this line. */
  function noteJoined(subgraph: string, traceparent: string | undefined, other: string): void {
    log.debug({ subgraph, traceparent, workIn: other }, 'fetch joined')
  }

  return async (request, headers, { alone }) => {
    const { fetch, variablesText } = request
    if (fetch.kind !== 'query') return ask(request, headers).finally(() => inFlight.startAnew())
    if (alone) return ask(request, headers)
    const key = `${fetch.subgraph} ${headersKey(headers)} ${fetch.operationText} ${variablesText}`
    const { traceparent } = headers
    return inFlight.share(
      key,
      () => ask(request, headers),
      traceparent,
      (other) => noteJoined(fetch.subgraph, traceparent, other),
    )
  }

  async function ask(request: FetchRequest, headers: Headers): Promise<SubgraphResult> {
    const { fetch, variables, variablesText } = request
    const { query, operationName } = fetch
    const subgraph = reach[fetch.subgraph]
    if (!subgraph) return { errors: [malformed(`The plan names "${fetch.subgraph}", which is no subgraph.`)] }
    const started = performance.now()
    const text = { operation: fetch.operationText, variables: variablesText }
    const answer = await subgraph.execute({ query, operationName, variables, text }, headers)
    const result = checkAnswer(request, answer)
    metrics.fetched(fetch.subgraph, result.errors ? 'error' : 'ok', (performance.now() - started) / 1000)
    return result
  }
}

/** One request sends the same headers with each of its fetches. */
const keys = new WeakMap<Headers, string>()

function headersKey(headers: Headers): string {
  let key = keys.get(headers)
  if (key === undefined) {
    const others = Object.entries(headers)
      .filter(([name]) => name !== TRACE_HEADER)
      .sort(([a], [b]) => (a < b ? -1 : 1))
    keys.set(headers, (key = JSON.stringify(others)))
  }
  return key
}

/**
 * A subgraph's answer, if it is one to what was asked: data, or at least a reason why there is none; and, in each list of
 * entities, one for each that was asked for.
 */
function checkAnswer({ fetch, variables }: FetchRequest, answer: SubgraphResult): SubgraphResult {
  const name = fetch.subgraph
  const { data } = answer
  if (data == null) {
    return answer.errors
      ? answer
      : { errors: [malformed(`The subgraph "${name}" answered without data and without an error.`)] }
  }
  const errors: GraphQLFormattedError[] = []
  for (const { field, variable } of fetch.lists) {
    const asked = (variables[variable] as unknown[]).length
    const entities = readOwn(data, field)
    if (Array.isArray(entities) && entities.length === asked && entities.every(isEntity)) continue
    data[field] = null
    if (entities == null && answer.errors) continue
    const given = !Array.isArray(entities)
      ? 'no list of'
      : entities.length === asked
        ? 'other things than'
        : entities.length
    const message = `The subgraph "${name}" answered with ${given} entities where ${asked} were asked for.`
    errors.push(malformed(message, [field]))
  }
  return errors.length > 0 ? { ...answer, errors: [...(answer.errors ?? []), ...errors] } : answer
}

function isEntity(value: unknown): boolean {
  return value === null || isObject(value)
}

function malformed(message: string, path?: readonly string[]): GraphQLFormattedError {
  return { message, ...(path ? { path } : {}), extensions: { code: 'SUBREQUEST_MALFORMED_RESPONSE' } }
}
