import type { LiveEvent } from '../subscribe/subscriber.ts'

/** Up to this size an event is copied into each client's frame; a larger one is written beside its head. */
const COPIED_BYTES = 8_192
/** The first byte of an unmasked text frame that is the whole message (RFC 6455, section 5.2). */
const TEXT = 0x81
const TAIL = Buffer.from('}')

/**
 * The WebSocket frame of a `next` message, in pieces to be written one after another. The payload has been written once for
 * all; where the id is the same too, as with clients that count their operations, so has the frame.
 */
export function createEventFrames() {
  let last: { event: LiveEvent; id: string; frame: Buffer } | undefined

  return (id: string, event: LiveEvent): readonly Buffer[] => {
    if (last && last.event === event && last.id === id) return [last.frame]
    const { json } = event
    const head = `{"id":${JSON.stringify(id)},"type":"next","payload":`
    const headBytes = Buffer.byteLength(head)
    const payload = headBytes + json.length + TAIL.length
    const copied = json.length <= COPIED_BYTES
    const start = payload < 126 ? 2 : payload < 65_536 ? 4 : 10
    const frame = Buffer.allocUnsafe(start + (copied ? payload : headBytes))
    frame[0] = TEXT
    if (start === 2) frame[1] = payload
    else if (start === 4) {
      frame[1] = 126
      frame.writeUInt16BE(payload, 2)
    } else {
      frame[1] = 127
      frame.writeUInt32BE(Math.floor(payload / 2 ** 32), 2)
      frame.writeUInt32BE(payload % 2 ** 32, 6)
    }
    frame.write(head, start)
    if (!copied) return [frame, json, TAIL]
    json.copy(frame, start + headBytes)
    frame[frame.length - 1] = 0x7d
    last = { event, id, frame }
    return [frame]
  }
}

export type EventFrames = ReturnType<typeof createEventFrames>
