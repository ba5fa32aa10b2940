import type { Server, ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { type GatewayErrorCode, presentError, failure } from '../errors.ts'
import { traceIdOf } from '../../kit/trace.ts'

/** How long a client may take to read why its connection ends. */
const READ_WITHIN_MS = 2_000

/**
 * Answers what node cannot read as HTTP, or does not get whole within its time: one coded error, like any other, and
 * the end of the connection.
 * @param answering the response that is under way on a connection
 */
export function answerBadHttp(server: Server, answering: WeakMap<Duplex, ServerResponse>): void {
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    const response = answering.get(socket)
    const waits = response !== undefined && !response.writableEnded
    // Of what is being written already, nothing else can come of it.
    if (error.code === 'ECONNRESET' || (waits && response.headersSent)) return void socket.destroy()
    // What came before the fault, whole, is answered first.
    if (waits && response.req.complete) response.once('finish', () => refuse(socket, error.code))
    else refuse(socket, error.code)
  })
}

function refuse(socket: Duplex, reason: string | undefined): void {
  if (!socket.writable) return void socket.destroy()
  const { status, code, message } = describe(reason)
  const traceId = traceIdOf(undefined)
  const body = JSON.stringify({ errors: [presentError(failure(code, message), traceId, () => {})] })
  socket.end(
    [
      `HTTP/1.1 ${status}`,
      'content-type: application/json; charset=utf-8',
      `content-length: ${Buffer.byteLength(body)}`,
      'cache-control: no-store',
      'x-content-type-options: nosniff',
      `x-trace-id: ${traceId}`,
      'connection: close',
      '',
      body,
    ].join('\r\n'),
  )
  setTimeout(() => socket.destroy(), READ_WITHIN_MS).unref()
}

function describe(reason: string | undefined): { status: string; code: GatewayErrorCode; message: string } {
  switch (reason) {
    case 'HPE_HEADER_OVERFLOW':
      return {
        status: '431 Request Header Fields Too Large',
        code: 'HEADERS_TOO_LARGE',
        message: 'The address and the headers may have at most 16 KB together.',
      }
    case 'HPE_CHUNK_EXTENSIONS_OVERFLOW':
      return {
        status: '413 Payload Too Large',
        code: 'PAYLOAD_TOO_LARGE',
        message: 'The extensions of the chunks are too long.',
      }
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return {
        status: '408 Request Timeout',
        code: 'REQUEST_TIMEOUT',
        message: 'The request did not come whole within its time.',
      }
    default:
      return { status: '400 Bad Request', code: 'BAD_REQUEST', message: 'The request is not HTTP/1.1.' }
  }
}
