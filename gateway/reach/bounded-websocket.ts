import { MessageType } from 'graphql-ws'
import { WebSocket } from 'ws'

/** A message that is larger than it may be is read all the same, up to this many times, so that its operation is known. */
const READABLE = 4
/** Where the id of an operation stands in a message. */
const HEAD_BYTES = 400
const ID = /^\{"id":"((?:[^"\\]|\\.)*)"/

/**
 * The client's end of a WebSocket that carries the operations of many: where one of them is sent too large a message, that
 * one ends with SUBREQUEST_TOO_LARGE, and not the socket with all the others.
 */
export class BoundedWebSocket extends WebSocket {
  readonly #name: string
  readonly #maxBytes: number

  constructor(options: {
    address: string
    protocols: string | string[] | undefined
    name: string
    maxBytes: number
    handshakeMs: number
  }) {
    const { address, protocols, name, maxBytes, handshakeMs } = options
    super(address, protocols, { maxPayload: maxBytes * READABLE, handshakeTimeout: handshakeMs })
    this.#name = name
    this.#maxBytes = maxBytes
  }

  override emit(event: string | symbol, ...values: unknown[]): boolean {
    const [data] = values
    if (event !== 'message' || !Buffer.isBuffer(data) || data.length <= this.#maxBytes) {
      return super.emit(event, ...values)
    }
    const id = ID.exec(data.toString('latin1', 0, HEAD_BYTES))?.[1]
    if (id === undefined) {
      this.terminate()
      return true
    }
    const message = `The subgraph "${this.#name}" sent an event of more than ${this.#maxBytes} bytes.`
    const payload = [{ message, extensions: { code: 'SUBREQUEST_TOO_LARGE' } }]
    // The client believes that the subgraph has ended it.
    this.send(`{"id":"${id}","type":"${MessageType.Complete}"}`)
    const told = `{"id":"${id}","type":"${MessageType.Error}","payload":${JSON.stringify(payload)}}`
    return super.emit(event, Buffer.from(told, 'latin1'), false)
  }
}
