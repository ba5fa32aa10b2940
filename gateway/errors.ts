import { GraphQLError, type GraphQLFormattedError } from 'graphql'
import { internalError } from '../kit/errors.ts'

/** The codes that the gateway itself gives, beside those that subgraphs send. */
export type GatewayErrorCode =
  | 'BAD_REQUEST'
  | 'BAD_USER_INPUT'
  | 'BATCH_TOO_LARGE'
  | 'FORBIDDEN'
  | 'GRAPHQL_PARSE_FAILED'
  | 'GRAPHQL_VALIDATION_FAILED'
  | 'HEADERS_TOO_LARGE'
  | 'INTERNAL_SERVER_ERROR'
  | 'METHOD_NOT_ALLOWED'
  | 'NOT_ACCEPTABLE'
  | 'NOT_FOUND'
  | 'OPERATION_NOT_REGISTERED'
  | 'OPERATION_RESOLUTION_FAILURE'
  | 'OPERATION_TOO_LARGE'
  | 'OVERLOADED'
  | 'PAYLOAD_TOO_LARGE'
  | 'PERSISTED_QUERY_HASH_MISMATCH'
  | 'PERSISTED_QUERY_NOT_FOUND'
  | 'REQUEST_TIMEOUT'
  | 'SERVICE_UNAVAILABLE'
  | 'SESSION_REVOKED'
  | 'SUBREQUEST_FAILED'
  | 'SUBREQUEST_MALFORMED_RESPONSE'
  | 'SUBREQUEST_TIMEOUT'
  | 'SUBREQUEST_TOO_LARGE'
  | 'SUBSCRIPTION_ENDED_BY_SCHEMA'
  | 'SUBSCRIPTION_LOST'
  | 'SUBSCRIPTION_TOO_SLOW'
  | 'TOO_MANY_OPERATIONS'
  | 'UNAUTHENTICATED'
  | 'UNAUTHORIZED_FIELD_OR_TYPE'
  | 'UNSUPPORTED_MEDIA_TYPE'

/** Of a request without one, whichever way it came. */
export const NO_QUERY =
  'The request has no query: send it as "query", in a JSON object or in the address of a GET.'

export const OVERLOADED = 'The gateway has too much to do just now. Try again in a moment.'

/** One error of the gateway's own. */
export function failure(code: GatewayErrorCode, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code } })
}

/** A request that ends before anything is executed: with one error, or with all that validation found. */
export class RequestErrors extends Error {
  override name = 'RequestErrors'
  readonly errors: readonly (GraphQLError | GraphQLFormattedError)[]

  constructor(errors: readonly (GraphQLError | GraphQLFormattedError)[]) {
    super(errors.map((error) => error.message).join('\n'))
    this.errors = errors
  }
}

/** The end of a request with one error, before anything is executed. */
export function refuse(code: GatewayErrorCode, message: string): RequestErrors {
  return new RequestErrors([failure(code, message)])
}

export type PresentedError = GraphQLFormattedError & {
  extensions: { code: string; traceId: string; serviceName?: string }
}

/** Each code once, for the log. */
export function codesOf(errors: readonly PresentedError[]): string[] {
  return [...new Set(errors.map(({ extensions }) => extensions.code))]
}

/** What may say more about a server than its clients should know. */
const HIDDEN_EXTENSIONS = ['stacktrace', 'exception', 'http', 'ftv1']

/**
 * The one shape of an error, whatever it comes from and however the subgraph was reached:
 * `{ message, locations?, path?, extensions: { code, serviceName?, traceId, … } }`.
 * What has no code was not meant for a client, nor what a subgraph did not foresee: `unexpected` is told, the client reads
 * that something went wrong.
 */
export function presentError(
  error: unknown,
  traceId: string,
  unexpected: (error: unknown) => void,
): PresentedError {
  const { message, locations, path, extensions } = formatted(error)
  const code = extensions?.code
  if (typeof code !== 'string') {
    unexpected(error)
    return { message: internalError().message, extensions: { code: 'INTERNAL_SERVER_ERROR', traceId } }
  }
  const shown = Object.fromEntries(
    Object.entries(extensions ?? {}).filter(([name]) => !HIDDEN_EXTENSIONS.includes(name)),
  )
  const visiblePath = withoutPlanSteps(path)
  const masked = internalError().message
  const unforeseen = code === 'INTERNAL_SERVER_ERROR' && 'serviceName' in shown && message !== masked
  if (unforeseen) unexpected(error)
  return {
    message: unforeseen ? masked : message,
    ...(locations && locations.length > 0 ? { locations } : {}),
    ...(visiblePath ? { path: visiblePath } : {}),
    extensions: { ...shown, code, traceId },
  }
}

function formatted(error: unknown): GraphQLFormattedError {
  if (error instanceof GraphQLError) return error.toJSON()
  if (typeof error === 'object' && error !== null && 'message' in error) {
    return error instanceof Error ? { message: error.message } : (error as GraphQLFormattedError)
  }
  return { message: String(error) }
}

/** A path from a plan can hold `@` (every element of a list) and `_entities`, which mean nothing to a client. */
function withoutPlanSteps(path: GraphQLFormattedError['path']): GraphQLFormattedError['path'] {
  if (!path) return undefined
  const internal = path.findIndex((step) => step === '@' || step === '_entities')
  const visible = internal === -1 ? path : path.slice(0, internal)
  return visible.length > 0 ? visible : undefined
}

/** The HTTP status of a response that has no data: the request itself was at fault. */
export function statusOf(errors: readonly PresentedError[]): number {
  switch (errors[0]?.extensions.code) {
    case 'UNAUTHENTICATED':
      return 401
    case 'FORBIDDEN':
    case 'OPERATION_NOT_REGISTERED':
    case 'UNAUTHORIZED_FIELD_OR_TYPE':
      return 403
    // Clients of automatic persisted queries expect it, and send the text.
    case 'PERSISTED_QUERY_NOT_FOUND':
      return 200
    case 'METHOD_NOT_ALLOWED':
      return 405
    case 'INTERNAL_SERVER_ERROR':
      return 500
    case 'OVERLOADED':
    case 'SERVICE_UNAVAILABLE':
      return 503
    default:
      return 400
  }
}
