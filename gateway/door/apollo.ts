import {
  ApolloServer,
  type ApolloServerPlugin,
  type HTTPGraphQLRequest,
  HeaderMap,
  type HTTPGraphQLResponse,
} from '@apollo/server'
import {
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled'
import { type DocumentNode, type GraphQLFormattedError, Kind } from 'graphql'
import type { Logger } from '../../kit/log.ts'
import type { Caller } from '../caller/authenticate.ts'
import { type PresentedError, statusOf } from '../errors.ts'
import { sandboxPage } from '../explorer/sandbox.ts'
import type { Gateway, GatewayResult, PreparedRequest } from '../gateway.ts'

/** One HTTP exchange, as Apollo Server passes it from hook to hook. */
type Exchange = {
  caller: Caller
  traceId: string
  progress: { prepared?: PreparedRequest; refused?: PresentedError[]; answered?: boolean }
}

const NOTHING: DocumentNode = { kind: Kind.DOCUMENT, definitions: [] }

/**
 * GraphQL over HTTP, by Apollo Server: methods, media types, CSRF prevention, automatic persisted queries, the Sandbox.
 * The operation itself goes the gateway's one way, which WebSockets go too.
 */
export async function createApollo(options: { gateway: Gateway; sandbox: boolean; log: Logger }) {
  const { gateway, sandbox, log } = options

  const pipeline: ApolloServerPlugin<Exchange> = {
    async requestDidStart() {
      return {
        async didResolveSource(context) {
          const { source, request, contextValue } = context
          const { caller, traceId, progress } = contextValue
          try {
            progress.prepared = await gateway.prepare({
              query: source,
              operationName: request.operationName ?? undefined,
              variables: request.variables,
              caller,
              traceId,
            })
          } catch (error) {
            progress.refused = gateway.refusal(error, traceId)
          }
          // With a document Apollo Server neither parses nor validates, but still refuses a mutation by GET.
          Object.assign(context, { document: progress.prepared?.operation.document ?? NOTHING })
        },
        async responseForOperation({ contextValue: { progress } }) {
          const { prepared, refused } = progress
          const singleResult: GatewayResult = prepared
            ? await gateway.execute(prepared)
            : { errors: refused ?? [] }
          progress.answered = true
          const status = 'data' in singleResult ? 200 : statusOf(singleResult.errors ?? [])
          return { http: { status, headers: new HeaderMap() }, body: { kind: 'single', singleResult } }
        },
      }
    },
  }

  const apollo = new ApolloServer<Exchange>({
    schema: gateway.schema,
    // All that the environment could change is said here.
    nodeEnv: 'production',
    introspection: true,
    csrfPrevention: true,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    allowBatchedHttpRequests: false,
    // Its own store of documents would take the place of the one that the pipeline sets.
    documentStore: null,
    plugins: [
      pipeline,
      sandbox ? sandboxPage() : ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
    ],
    logger: {
      debug() {},
      info() {},
      warn: (message) => log.warn(message),
      error: (message) => log.error(message),
    },
  })
  await apollo.start()

  return {
    /** Answers one HTTP request; `authenticate` is called once the request is known to come from no forged page. */
    async answer(
      httpGraphQLRequest: HTTPGraphQLRequest,
      traceId: string,
      authenticate: () => Promise<Caller>,
    ): Promise<HTTPGraphQLResponse> {
      const progress: Exchange['progress'] = {}
      const response = await apollo.executeHTTPGraphQLRequest({
        httpGraphQLRequest,
        context: async () => ({ caller: await authenticate(), traceId, progress }),
      })
      return progress.answered ? response : withTraceId(response, traceId)
    },

    stop: () => apollo.stop(),
  }

  /** Errors of Apollo Server's own, which knows of no trace, and takes some faults of a request for its own. */
  function withTraceId(response: HTTPGraphQLResponse, traceId: string): HTTPGraphQLResponse {
    if (response.body.kind !== 'complete' || !response.body.string.startsWith('{"errors"')) return response
    const { errors } = JSON.parse(response.body.string) as { errors: GraphQLFormattedError[] }
    const ofTheRequest = (response.status ?? 200) < 500
    const told = errors.map((error) =>
      ofTheRequest && error.extensions?.code === 'INTERNAL_SERVER_ERROR'
        ? { ...error, extensions: { ...error.extensions, code: 'BAD_REQUEST' } }
        : error,
    )
    const string = `${JSON.stringify({ errors: gateway.present(told, traceId) })}\n`
    return { ...response, body: { kind: 'complete', string } }
  }
}

export type Apollo = Awaited<ReturnType<typeof createApollo>>
