import type { Socket } from 'node:net'

const PING = 0x9
const PONG = 0x8a
const TEXT = 0x81

/** A client's text frame: masked, as it must be, with zeros, which leave the text as it is. */
export function textFrame(text: string): Buffer {
  const payload = Buffer.from(text)
  if (payload.length > 65_535) throw new Error('The bench sends nothing so long.')
  const head =
    payload.length < 126
      ? [TEXT, 0x80 | payload.length]
      : [TEXT, 0xfe, payload.length >> 8, payload.length & 0xff]
  return Buffer.concat([Buffer.from([...head, 0, 0, 0, 0]), payload])
}

/** Reads a server's frames out of what comes on a socket: tells of each text, answers pings. */
export function readFrames(socket: Socket, heard: (text: () => string) => void): (chunk: Buffer) => void {
  let rest: Buffer | undefined
  return (chunk) => {
    let data = rest ? Buffer.concat([rest, chunk]) : chunk
    rest = undefined
    while (data.length >= 2) {
      const length = lengthOf(data)
      if (length === undefined || data.length < length.head + length.payload) break
      const { head, payload } = length
      const whole = data
      const opcode = (whole[0] as number) & 0x0f
      if (opcode === 0x1) heard(() => whole.toString('latin1', head, head + payload))
      if (opcode === PING) socket.write(Buffer.from([PONG, 0x80, 0, 0, 0, 0]))
      data = data.subarray(head + payload)
    }
    if (data.length > 0) rest = data
  }
}

function lengthOf(data: Buffer): { head: number; payload: number } | undefined {
  const short = data[1] as number
  if (short < 126) return { head: 2, payload: short }
  if (short === 126) return data.length < 4 ? undefined : { head: 4, payload: data.readUInt16BE(2) }
  return data.length < 10 ? undefined : { head: 10, payload: Number(data.readBigUInt64BE(2)) }
}
