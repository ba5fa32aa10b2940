import { forbidden, unauthenticated } from '../../kit/errors.ts'
import { hasRole, signedIn } from '../../kit/policy.ts'
import { and, type IRules, rule } from '../../kit/shield.ts'
import type { Context } from './context.ts'
import type { RunRow } from './store/index.ts'
import { maySeeRun } from './run-visibility.ts'

const author = hasRole('AUTHOR', 'ADMIN')

/** Whether the run that the arguments name is the viewer's to see and to steer. One that is not there hides nothing. */
const runOfArguments = <Args>(name: string, runIdOf: (args: Args) => string) =>
  rule(name, { cache: 'no_cache' })(async (_parent, args: Args, { viewer, loaders }: Context) => {
    if (!viewer) return unauthenticated()
    const run = await loaders.runs.load(runIdOf(args))
    return !run || maySeeRun(run, viewer) ? true : forbidden()
  })

const ownRun = rule('ownRun', { cache: 'no_cache' })((run: RunRow, _args, { viewer }: Context) =>
  viewer ? maySeeRun(run, viewer) || forbidden() : unauthenticated(),
)

export const policy = {
  Query: {
    itemModels: author,
    agentRun: and(
      author,
      runOfArguments('runById', ({ id }: { id: string }) => id),
    ),
    agentRuns: author,
    questionDraft: author,
    questionDrafts: author,
  },
  Mutation: {
    startAgentRun: author,
    cancelAgentRun: and(
      author,
      runOfArguments('runOfInput', ({ input }: { input: { runId: string } }) => input.runId),
    ),
    acceptDraft: author,
    rejectDraft: author,
  },
  Subscription: {
    agentRunProgress: and(
      author,
      runOfArguments('runOfSubscription', ({ runId }: { runId: string }) => runId),
    ),
  },
  AgentRun: and(author, ownRun),
  AgentRunStep: author,
  AgentRunPlanLine: author,
  AgentRunConnection: author,
  AgentRunEdge: author,
  AgentRunProgress: author,
  ItemModel: author,
  ItemModelConnection: author,
  ItemModelEdge: author,
  QuestionDraft: author,
  QuestionDraftConnection: author,
  QuestionDraftEdge: author,
  DraftOption: author,
  DraftParameter: author,
  GateVerdict: author,
  GateFact: author,
  SimilarQuestion: author,
  Question: { id: signedIn, similar: author },
  User: signedIn,
  PageInfo: author,
  StartAgentRunPayload: author,
  CancelAgentRunPayload: author,
  AcceptDraftPayload: author,
  RejectDraftPayload: author,
  InvalidInput: author,
  NotFound: author,
  WrongState: author,
} satisfies IRules
