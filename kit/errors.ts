import { GraphQLError } from 'graphql'

/** The codes that a top-level error can carry in `extensions.code`. What a person can cause is data in a payload instead. */
export type ErrorCode =
  | 'BAD_USER_INPUT'
  | 'FORBIDDEN'
  | 'INTERNAL_SERVER_ERROR'
  | 'NOT_FOUND'
  | 'RATE_LIMITED'
  | 'SERVICE_UNAVAILABLE'
  | 'UNAUTHENTICATED'

/** A GraphQL error with a stable `extensions.code`; `extra` joins the extensions. */
export function coded(code: ErrorCode, message: string, extra: Record<string, unknown> = {}): GraphQLError {
  return new GraphQLError(message, { extensions: { code, ...extra } })
}

export function unauthenticated(message = 'Sign in first: this needs a valid access token.'): GraphQLError {
  return coded('UNAUTHENTICATED', message)
}

export function forbidden(message = 'You are not allowed to do this.'): GraphQLError {
  return coded('FORBIDDEN', message)
}

/** What a caller sees in place of a bug. The bug itself is in the log under the same trace id. */
export function internalError(): GraphQLError {
  return coded('INTERNAL_SERVER_ERROR', 'Something went wrong on our side.')
}

/** What a caller sees when a server that is needed cannot be reached just now: asking again may succeed. */
export function unavailable(): GraphQLError {
  return coded('SERVICE_UNAVAILABLE', 'A part of the system does not answer just now. Try again.')
}

/** Whether an error was made on purpose for the caller, and may be shown as it is. */
export function isCoded(error: unknown): error is GraphQLError {
  return error instanceof GraphQLError && typeof error.extensions.code === 'string'
}

/** The words of anything that was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
