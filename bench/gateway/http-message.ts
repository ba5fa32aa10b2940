/** One HTTP/1.1 message as it came: its first line and headers as text, its body whole. */
type HttpMessage = { head: string; body: Buffer }

const HEAD_END = Buffer.from('\r\n\r\n')
const LINE_END = Buffer.from('\r\n')
const EMPTY = Buffer.alloc(0)

/**
 * Cuts a connection's bytes into messages, of either direction: the load and the subgraphs share one core, and each of
 * node's own HTTP parsers there would take from what is left to keep a fast gateway busy.
 * A body is the view of a buffer that is good only until the next message.
 */
export function createMessageReader(onMessage: (message: HttpMessage) => void): (bytes: Buffer) => void {
  let pending: Buffer = EMPTY
  let head: string | undefined
  let bodyStart = 0
  let length: number | 'chunked' = 0

  function take(): HttpMessage | undefined {
    if (head === undefined) {
      const end = pending.indexOf(HEAD_END)
      if (end < 0) return undefined
      head = pending.toString('latin1', 0, end)
      bodyStart = end + HEAD_END.length
      length = lengthOf(head)
    }
    const read =
      length === 'chunked'
        ? readChunks(pending, bodyStart)
        : pending.length >= bodyStart + length
          ? { body: pending.subarray(bodyStart, bodyStart + length), end: bodyStart + length }
          : undefined
    if (!read) return undefined
    const message = { head, body: read.body }
    pending = read.end === pending.length ? EMPTY : pending.subarray(read.end)
    head = undefined
    return message
  }

  return (bytes) => {
    pending = pending.length === 0 ? bytes : Buffer.concat([pending, bytes])
    for (let message = take(); message; message = pending.length > 0 ? take() : undefined) onMessage(message)
  }
}

function lengthOf(head: string): number | 'chunked' {
  const length = /\r\ncontent-length: *(\d+)/i.exec(head)?.[1]
  if (length !== undefined) return Number(length)
  return /\r\ntransfer-encoding: *chunked/i.test(head) ? 'chunked' : 0
}

/** The body from its chunks, and where the next message begins; undefined while chunks are still to come. */
function readChunks(bytes: Buffer, start: number): { body: Buffer; end: number } | undefined {
  const parts: Buffer[] = []
  for (let at = start; ;) {
    const lineEnd = bytes.indexOf(LINE_END, at)
    if (lineEnd < 0) return undefined
    const size = parseInt(bytes.toString('latin1', at, lineEnd), 16)
    const from = lineEnd + LINE_END.length
    const end = from + size + LINE_END.length
    if (bytes.length < end) return undefined
    if (size === 0) return { body: parts.length === 1 ? (parts[0] ?? EMPTY) : Buffer.concat(parts), end }
    parts.push(bytes.subarray(from, from + size))
    at = end
  }
}
