import type { OutgoingHttpHeaders } from 'node:http'
import { type GatewayErrorCode, failure } from '../errors.ts'

/** A request that HTTP itself refuses, before there is any operation: with the status that says so, and one coded error. */
export class Refusal extends Error {
  override name = 'Refusal'
  readonly status: number
  readonly errors
  readonly headers: OutgoingHttpHeaders

  constructor(status: number, code: GatewayErrorCode, message: string, headers: OutgoingHttpHeaders = {}) {
    super(message)
    this.status = status
    this.errors = [failure(code, message)]
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
