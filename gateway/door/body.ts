import type { IncomingMessage } from 'node:http'
import { type GatewayErrorCode, failure } from '../errors.ts'

/** A request that cannot be read, with the status that says so. */
export class BodyError extends Error {
  override name = 'BodyError'
  readonly status: number
  readonly errors

  constructor(status: number, code: GatewayErrorCode, message: string) {
    super(message)
    this.status = status
    this.errors = [failure(code, message)]
  }
}

/**
 * The JSON that a POST brings, read within `maxBytes`.
 * @throws BodyError 413, 415 or 400
 */
export async function readJsonBody(request: IncomingMessage, maxBytes: number): Promise<unknown> {
  const [type, ...parameters] = (request.headers['content-type'] ?? '').toLowerCase().split(';')
  const charset = parameters
    .map((parameter) => /^\s*charset="?([^"]*)"?\s*$/.exec(parameter)?.[1])
    .find(Boolean)
  if (type?.trim() !== 'application/json' || (charset && charset !== 'utf-8' && charset !== 'utf8')) {
    throw new BodyError(415, 'UNSUPPORTED_MEDIA_TYPE', 'Send the operation as application/json in UTF-8.')
  }
  if (request.headers['content-encoding'] && request.headers['content-encoding'] !== 'identity') {
    throw new BodyError(415, 'UNSUPPORTED_MEDIA_TYPE', 'Send the operation without a content encoding.')
  }
  const bytes = await readBytes(request, maxBytes)
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new BodyError(400, 'BAD_REQUEST', 'The body is not UTF-8.')
  }
  try {
    return JSON.parse(text)
  } catch {
    throw new BodyError(400, 'BAD_REQUEST', 'The body is not JSON.')
  }
}

async function readBytes(request: IncomingMessage, maxBytes: number): Promise<Buffer> {
  const tooLarge = () =>
    new BodyError(413, 'PAYLOAD_TOO_LARGE', `The body may have at most ${maxBytes} bytes.`)
  if (Number(request.headers['content-length'] ?? 0) > maxBytes) throw tooLarge()
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let size = 0
    request.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size <= maxBytes) return void chunks.push(chunk)
      chunks.length = 0
      reject(tooLarge())
    })
    request.once('end', () => resolve(Buffer.concat(chunks)))
    request.once('error', reject)
  })
}
