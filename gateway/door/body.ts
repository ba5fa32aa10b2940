import { isUtf8 } from 'node:buffer'
import type { IncomingMessage } from 'node:http'
import { OVERLOADED } from '../errors.ts'
import { Refusal, malformed } from './refusal.ts'

const BYTE_ORDER_MARK = 0xfeff

/** How much of all bodies that are not whole yet is held at a time: many slow clients must not fill the memory. */
const HELD_BYTES = 64_000_000
/** What a body may have in any case, so that those who send much cannot keep out those who send little. */
const ALWAYS_BYTES = 16_000

/**
 * Reads the JSON that a POST brings, within `maxBytes`.
 * It throws a Refusal: 413, 415, 400, or 503 while too much of other bodies is held.
 */
export function createBodyReader(maxBytes: number) {
  const heldBytes = Math.max(HELD_BYTES, maxBytes)
  let held = 0

  function readBytes(request: IncomingMessage): Promise<Buffer> {
    const tooLarge = () =>
      new Refusal(413, 'PAYLOAD_TOO_LARGE', `The body may have at most ${maxBytes} bytes.`)
    return new Promise((resolve, reject) => {
      if (Number(request.headers['content-length'] ?? 0) > maxBytes) return reject(tooLarge())
      const chunks: Buffer[] = []
      let size = 0
      let over = false
      function finish(): void {
        if (over) return
        over = true
        held -= size
      }
      function refuse(refusal: Refusal): void {
        finish()
        chunks.length = 0
        reject(refusal)
      }
      request.on('data', (chunk: Buffer) => {
        if (over) return
        size += chunk.length
        held += chunk.length
        chunks.push(chunk)
        if (size > maxBytes) refuse(tooLarge())
        else if (held > heldBytes && size > ALWAYS_BYTES) {
          refuse(new Refusal(503, 'OVERLOADED', OVERLOADED))
        }
      })
      request.once('end', () => {
        finish()
        resolve(chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks))
      })
      request.once('error', (error) => {
        finish()
        reject(error)
      })
    })
  }

  return async (request: IncomingMessage): Promise<unknown> => {
    const { 'content-type': type, 'content-encoding': encoding } = request.headers
    if (type !== 'application/json' && !isJsonInUtf8(type)) {
      throw new Refusal(415, 'UNSUPPORTED_MEDIA_TYPE', 'Send the operation as application/json in UTF-8.')
    }
    if (encoding !== undefined && encoding !== 'identity') {
      throw new Refusal(415, 'UNSUPPORTED_MEDIA_TYPE', 'Send the operation without a content encoding.')
    }
    return parseJson(await readBytes(request))
  }
}

function parseJson(bytes: Buffer): unknown {
  if (!isUtf8(bytes)) throw malformed('The body is not UTF-8.')
  const text = bytes.toString()
  try {
    return JSON.parse(text.charCodeAt(0) === BYTE_ORDER_MARK ? text.slice(1) : text)
  } catch {
    throw malformed('The body is not JSON.')
  }
}

function isJsonInUtf8(contentType = ''): boolean {
  const [type, ...parameters] = contentType.toLowerCase().split(';')
  const charset = parameters
    .map((parameter) => /^\s*charset="?([^"]*)"?\s*$/.exec(parameter)?.[1])
    .find(Boolean)
  return type?.trim() === 'application/json' && (!charset || charset === 'utf-8' || charset === 'utf8')
}
