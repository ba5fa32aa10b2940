import { type ServiceMap, executeQueryPlan } from '@apollo/gateway'
import { type GraphQLFormattedError, Kind, execute } from 'graphql'
import type { Metrics } from './metrics.ts'
import type { OperationContext, PlannedOperation } from './operations.ts'
import type { Headers, Reach, SubgraphOperation, SubgraphResult } from './reach.ts'
import type { LoadedSupergraph } from './supergraph.ts'

/** What an executed plan gives, before errors are presented. */
export type ExecutedPlan = {
  data?: Record<string, unknown> | null
  errors?: readonly unknown[]
  extensions?: Record<string, unknown>
}

type RequestContext = Parameters<typeof executeQueryPlan>[2]

/** The subgraphs as the executor calls them: each fetch measured, and its answer checked. */
export function createServices(reach: Reach, metrics: Metrics): ServiceMap {
  return Object.fromEntries(
    Object.entries(reach).map(([name, subgraph]) => [
      name,
      {
        async process({ request, context }) {
          const { query = '', operationName, variables } = request
          const started = performance.now()
          const answer = await subgraph.execute({ query, operationName, variables }, context as Headers)
          const result = checkAnswer(name, { query, operationName, variables }, answer)
          metrics.fetched(name, result.errors ? 'error' : 'ok', (performance.now() - started) / 1000)
          return result
        },
      },
    ]),
  )
}

/** Executes a plan against the subgraphs. `headers` go with every fetch. */
export async function executePlan(options: {
  supergraph: LoadedSupergraph
  planned: PlannedOperation
  services: ServiceMap
  variables: Record<string, unknown>
  headers: Headers
}): Promise<ExecutedPlan> {
  const { supergraph, planned, services, variables, headers } = options
  if (!planned.plan.node) return executeAlone(planned.context, variables)
  // The executor reads these parts of a request's context alone.
  const requestContext = {
    request: { variables },
    context: headers,
    metrics: {},
  } as unknown as RequestContext
  return executeQueryPlan(
    planned.plan,
    services,
    requestContext,
    planned.context,
    supergraph.fullSchema,
    supergraph.plannerSchema,
  )
}

/** What the schema alone answers: introspection, which newer clients ask for fields that the planner does not know. */
async function executeAlone(
  { schema, operation, fragments }: OperationContext,
  variableValues: Record<string, unknown>,
): Promise<ExecutedPlan> {
  const definitions = [operation, ...Object.values(fragments)]
  return execute({ schema, document: { kind: Kind.DOCUMENT, definitions }, variableValues, rootValue: {} })
}

/**
 * A subgraph's answer, if it is one to what was asked: data, or at least a reason why there is none; and, for entities,
 * one for each that was asked for. The executor would stop at such an answer without saying whose it was.
 */
function checkAnswer(name: string, operation: SubgraphOperation, answer: SubgraphResult): SubgraphResult {
  const malformed = (what: string): SubgraphResult => ({
    errors: [malformedAnswer(`The subgraph "${name}" answered ${what}.`)],
  })
  if (answer.data == null) return answer.errors ? answer : malformed('without data and without an error')
  const asked = operation.variables?.representations
  if (!Array.isArray(asked) || !('_entities' in answer.data)) return answer
  const entities = answer.data._entities
  if (Array.isArray(entities) && entities.length === asked.length) return answer
  if (entities == null && answer.errors) return { errors: answer.errors }
  return malformed(
    `with ${Array.isArray(entities) ? entities.length : 'no list of'} entities where ${asked.length} were asked for`,
  )
}

function malformedAnswer(message: string): GraphQLFormattedError {
  return { message, extensions: { code: 'SUBREQUEST_MALFORMED_RESPONSE' } }
}
