/**
 * The load, in a process of its own: so many connections, each sending its next request when the last is answered. Sockets
 * and the bytes on them, nothing more, so that what is measured is the gateway.
 */
import { type Socket, connect } from 'node:net'
import { type BodyName, createNonces, prepareRequests } from './bodies.ts'
import { createMessageReader } from './http-message.ts'

export type LoadOrder = {
  body: BodyName
  port: number
  path: string
  tokens: readonly string[]
  connections: number
  warmupMs: number
  measureMs: number
}

export type LoadReport = {
  /** Answers a second, and milliseconds, of the time after the warm-up. */
  perSecond: number
  p50: number
  p95: number
  p99: number
  /** Requests and errors in all, the warm-up's among them. */
  requests: number
  errors: number
  /** What one of the errors was. */
  error?: string | undefined
}

const ERRORS = Buffer.from('"errors":')
/** After which an answer is not waited for any more. */
const GIVE_UP_MS = 30_000

const nonce = createNonces()

process.on('message', (order: LoadOrder) => {
  void load(order).then((report) => process.send?.(report))
})
process.on('disconnect', () => process.exit())
process.send?.('ready')

function load(order: LoadOrder): Promise<LoadReport> {
  const requests = prepareRequests(order.body, order.port, order.path, order.tokens)
  const latencies: number[] = []
  const sockets = new Set<Socket>()
  let sent = 0
  let measured = 0
  let errors = 0
  let error: string | undefined
  const begin = performance.now() + order.warmupMs
  const end = begin + order.measureMs

  return new Promise((resolve) => {
    const giveUp = setTimeout(
      () => {
        for (const socket of sockets) socket.destroy(new Error('no answer'))
      },
      order.warmupMs + order.measureMs + GIVE_UP_MS,
    )

    function open(): void {
      const socket = connect({ port: order.port, host: '127.0.0.1', noDelay: true })
      let started = 0
      let expected: Buffer

      function send(): void {
        started = performance.now()
        if (started >= end) return void socket.end()
        const request = requests[sent++ % requests.length]
        if (!request) throw new Error('There is no request to send')
        expected = request.expected
        // The bytes are the socket's before the next request writes its nonce over them: hence a copy.
        const bytes = request.nonceAt === undefined ? request.bytes : Buffer.from(request.bytes)
        if (request.nonceAt !== undefined) bytes.write(nonce(), request.nonceAt, 'latin1')
        socket.write(bytes)
      }

      socket.on('connect', send)
      socket.on(
        'data',
        createMessageReader(({ head, body }) => {
          const now = performance.now()
          if (!head.startsWith('HTTP/1.1 200') || body.includes(ERRORS) || !body.includes(expected)) {
            errors += 1
            error ??= `${head.split('\r\n', 1)[0]} ${body.subarray(0, 300).toString()}`
          }
          if (now >= begin && now < end) {
            measured += 1
            latencies.push(now - started)
          }
          send()
        }),
      )
      socket.on('error', (reason) => {
        errors += 1
        error ??= reason.message
      })
      socket.on('close', () => {
        sockets.delete(socket)
        // A gateway that hangs up has not answered: that is an error, and the load goes on.
        if (performance.now() < end) open()
        else if (sockets.size === 0) finish()
      })
      sockets.add(socket)
    }

    function finish(): void {
      clearTimeout(giveUp)
      latencies.sort((a, b) => a - b)
      const quantile = (q: number) =>
        latencies[Math.min(latencies.length - 1, Math.floor(q * latencies.length))] ?? NaN
      resolve({
        perSecond: (measured * 1000) / order.measureMs,
        p50: quantile(0.5),
        p95: quantile(0.95),
        p99: quantile(0.99),
        requests: sent,
        errors,
        error,
      })
    }

    for (let index = 0; index < order.connections; index += 1) open()
  })
}
