/** Many clients in one process: sockets that speak just enough WebSocket, and count what comes. */
import { createPrivateKey, randomUUID, sign } from 'node:crypto'
import { type Socket, connect } from 'node:net'
import { readFrames, textFrame } from './frames.ts'
import { SUBSCRIPTION, sharedNow } from './ticks.ts'

export type CrowdRequest =
  | { ask: 'connect'; url: string; count: number; privateKey: string; apart: boolean }
  /** Follows a topic on each socket: the same, or one of so many. */
  | { ask: 'follow'; topics: number | undefined }
  /** Counts from now on; `counted` is answered with when so many have come. */
  | { ask: 'count'; until: number }
  | { ask: 'counted' }
  /** Measures from now on; `lags` is answered when nothing has come for a while. */
  | { ask: 'measure' }
  | { ask: 'lags'; quietMs: number }
  | { ask: 'leave' }

/** A source address has room for some 28,000 sockets to one port. */
const SOCKETS_PER_ADDRESS = 20_000
const AT_ONCE = 100
const BUSY_MS = 250

let sockets: Socket[] = []
let counted = 0
/** Sockets that the server has closed, which must be none. */
let lost = 0
let awaited: (PromiseWithResolvers<number> & { until: number }) | undefined
let lags: number[] | undefined
let lastAt = 0

function heard(text: () => string): void {
  counted += 1
  if (lags) {
    const message = text()
    lastAt = sharedNow()
    lags.push(lastAt - Number(/"at":([\d.]+)/.exec(message)?.[1]))
  }
  if (awaited && counted >= awaited.until) {
    awaited.resolve(sharedNow())
  }
}

/** A server that has too much to do may say so, and is asked again. */
async function open(url: URL, index: number, authorization: string): Promise<Socket> {
  for (;;) {
    const socket = await tryToOpen(url, index, authorization)
    if (socket) return socket
    await new Promise((resolve) => setTimeout(resolve, BUSY_MS))
  }
}

async function tryToOpen(url: URL, index: number, authorization: string): Promise<Socket | undefined> {
  const socket = connect({
    host: url.hostname,
    port: Number(url.port),
    localAddress: `127.0.0.${1 + Math.floor(index / SOCKETS_PER_ADDRESS)}`,
    noDelay: true,
  })
  await new Promise<void>((resolve, reject) => {
    socket.once('error', reject)
    socket.once('connect', resolve)
  })
  socket.write(
    `GET ${url.pathname} HTTP/1.1\r\nHost: ${url.host}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
      'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n' +
      'Sec-WebSocket-Protocol: graphql-transport-ws\r\n\r\n',
  )
  const head = (await new Promise<Buffer>((resolve) => socket.once('data', resolve))).toString('latin1')
  if (head.startsWith('HTTP/1.1 503')) return void socket.destroy()
  if (!head.startsWith('HTTP/1.1 101')) throw new Error(head)
  socket.write(textFrame(JSON.stringify({ type: 'connection_init', payload: { authorization } })))
  await new Promise((resolve) => socket.once('data', resolve))
  socket.on('data', readFrames(socket, heard))
  socket.once('end', () => (lost += 1))
  return socket
}

async function connectAll({
  url,
  count,
  privateKey,
  apart,
}: CrowdRequest & { ask: 'connect' }): Promise<void> {
  const key = createPrivateKey(privateKey)
  const address = new URL(url)
  const shared = accessToken(key, 0)
  for (let from = sockets.length, end = from + count; from < end; from += AT_ONCE) {
    const batch = Array.from({ length: Math.min(AT_ONCE, end - from) }, (_, index) =>
      open(address, from + index, `Bearer ${apart ? accessToken(key, from + index) : shared}`),
    )
    sockets.push(...(await Promise.all(batch)))
  }
}

function accessToken(key: ReturnType<typeof createPrivateKey>, user: number): string {
  const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const now = Math.floor(Date.now() / 1000)
  const signed = `${encode({ alg: 'EdDSA' })}.${encode({
    iss: 'simpul',
    aud: 'simpul-api',
    sub: `user-${user}`,
    sid: `session-${user}`,
    roles: ['STUDENT'],
    locale: 'id',
    exp: now + 600,
  })}`
  return `${signed}.${sign(null, Buffer.from(signed), key).toString('base64url')}`
}

function follow(topics: number | undefined): void {
  for (const [index, socket] of sockets.entries()) {
    const topic = topics === undefined ? 'all' : `topic-${index % topics}`
    const payload = { query: SUBSCRIPTION, variables: { topic } }
    socket.write(textFrame(JSON.stringify({ id: randomUUID(), type: 'subscribe', payload })))
  }
}

async function answer(request: CrowdRequest): Promise<unknown> {
  if (lost > 0) throw new Error(`The server has closed ${lost} sockets.`)
  switch (request.ask) {
    case 'connect':
      return connectAll(request)
    case 'follow':
      return follow(request.topics)
    case 'count':
      counted = 0
      awaited = { ...Promise.withResolvers<number>(), until: request.until }
      return
    case 'counted':
      return awaited?.promise
    case 'measure':
      awaited = undefined
      lags = []
      return
    case 'lags': {
      if (!lags) return
      while (lags.length === 0 || sharedNow() - lastAt < request.quietMs) {
        await new Promise((resolve) => setTimeout(resolve, 100))
      }
      const all = lags.sort((a, b) => a - b)
      lags = undefined
      const at = (share: number) => all[Math.min(all.length - 1, Math.floor(all.length * share))]
      return { count: all.length, p50: at(0.5), p99: at(0.99), max: all.at(-1) }
    }
    case 'leave':
      for (const socket of sockets) socket.destroy()
      sockets = []
  }
}

process.on('message', (request: CrowdRequest) => {
  answer(request).then(
    (value) => process.send?.({ value }),
    (error: unknown) => process.send?.({ error: String(error) }),
  )
})
process.on('disconnect', () => process.exit())
