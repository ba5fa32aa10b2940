import { isUtf8 } from 'node:buffer'
import type { IncomingMessage } from 'node:http'
import { Refusal, malformed } from './refusal.ts'

const BYTE_ORDER_MARK = 0xfeff

/**
 * The JSON that a POST brings, read within `maxBytes`.
 * @throws Refusal 413, 415 or 400
 */
export async function readJsonBody(request: IncomingMessage, maxBytes: number): Promise<unknown> {
  const { 'content-type': type, 'content-encoding': encoding } = request.headers
  if (type !== 'application/json' && !isJsonInUtf8(type)) {
    throw new Refusal(415, 'UNSUPPORTED_MEDIA_TYPE', 'Send the operation as application/json in UTF-8.')
  }
  if (encoding !== undefined && encoding !== 'identity') {
    throw new Refusal(415, 'UNSUPPORTED_MEDIA_TYPE', 'Send the operation without a content encoding.')
  }
  const bytes = await readBytes(request, maxBytes)
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

function readBytes(request: IncomingMessage, maxBytes: number): Promise<Buffer> {
  const tooLarge = () => new Refusal(413, 'PAYLOAD_TOO_LARGE', `The body may have at most ${maxBytes} bytes.`)
  return new Promise((resolve, reject) => {
    if (Number(request.headers['content-length'] ?? 0) > maxBytes) return reject(tooLarge())
    const chunks: Buffer[] = []
    let size = 0
    request.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size <= maxBytes) return void chunks.push(chunk)
      chunks.length = 0
      reject(tooLarge())
    })
    request.once('end', () => resolve(chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks)))
    request.once('error', reject)
  })
}
