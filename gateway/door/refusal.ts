import type { OutgoingHttpHeaders } from 'node:http'
import { type GatewayErrorCode, RequestErrors, failure } from '../errors.ts'

/** A request that HTTP itself refuses, before there is any operation: with the status that says so, and one coded error. */
export class Refusal extends RequestErrors {
  override name = 'Refusal'
  readonly status: number
  readonly headers: OutgoingHttpHeaders

  constructor(status: number, code: GatewayErrorCode, message: string, headers: OutgoingHttpHeaders = {}) {
    super([failure(code, message)])
    this.status = status
    this.headers = headers
  }
}

/** The request is no GraphQL request, whatever its operation. */
export function malformed(message: string): Refusal {
  return new Refusal(400, 'BAD_REQUEST', message)
}

/** @param allow the methods that this address, or this operation, is for */
export function methodNotAllowed(message: string, allow: string): Refusal {
  return new Refusal(405, 'METHOD_NOT_ALLOWED', message, { allow })
}
