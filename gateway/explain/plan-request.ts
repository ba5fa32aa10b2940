import type { Caller } from '../caller/authenticate.ts'
import { refuse } from '../errors.ts'

/** That a client wants to see the plan of its operation. */
export type PlanRequest = {
  /** Beside the answer, or in place of it: then nothing is executed. */
  dryRun: boolean
  /** As Apollo's explorers show it, when one of them asks. */
  forExplorer: boolean
}

const HEADERS = ['apollo-expose-query-plan', 'apollo-query-plan-experimental']
const DRY_RUN = 'dry-run'

/**
 * Reads whether a request asks for its plan: by `"extensions": { "includeQueryPlan": true }` or `"dry-run"`, or by the
 * headers of Apollo's explorers, `apollo-expose-query-plan: true` or `dry-run` and its forerunner.
 */
export function readPlanRequest(
  header: (name: string) => string | undefined,
  extensions: unknown,
): PlanRequest | undefined {
  const wanted =
    typeof extensions === 'object' && extensions !== null && 'includeQueryPlan' in extensions
      ? extensions.includeQueryPlan
      : undefined
  if (wanted === true || wanted === DRY_RUN) return { dryRun: wanted === DRY_RUN, forExplorer: false }
  const said = HEADERS.map(header).find((value) => value !== undefined && value !== 'false')
  return said === undefined ? undefined : { dryRun: said === DRY_RUN, forExplorer: true }
}

/**
 * A plan names subgraphs and the fields by which they know things, so it is for admins; where nobody is authenticated, for
 * everyone who may read the schema. An explorer sends its header with everything, and gets its answer without a plan.
 * @throws RequestErrors for anyone else who asks, since a dry run that executes would be worse than a refusal
 */
export function grantPlan(
  asked: PlanRequest | undefined,
  { viewer }: Caller,
  { authenticates, introspection }: { authenticates: boolean; introspection: boolean },
): PlanRequest | undefined {
  if (!asked) return undefined
  if (authenticates ? viewer?.roles.includes('ADMIN') : introspection) return asked
  if (asked.forExplorer && !asked.dryRun) return undefined
  throw viewer || !authenticates
    ? refuse('FORBIDDEN', 'The plan of an operation is for admins.')
    : refuse('UNAUTHENTICATED', 'The plan of an operation is for admins. Sign in as one.')
}
