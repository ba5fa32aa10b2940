import { connect, createServer } from 'node:net'

/** A port of 127.0.0.1 that nobody listens on at this moment. */
export function freePort(): Promise<number> {
  return listenBriefly(0, '127.0.0.1')
}

/** Why one cannot listen on a port, as the system's code, such as `EADDRINUSE`; undefined when one can. */
export async function whyNotFree(port: number, host: string): Promise<string | undefined> {
  try {
    await listenBriefly(port, host)
    return undefined
  } catch (error) {
    return (error as { code?: string }).code ?? String(error)
  }
}

/** Why nothing answers at a port, as the system's code, such as `ECONNREFUSED`; undefined when something does. */
export function whyNotReached(host: string, port: number, withinMs: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: withinMs })
    const conclude = (reason: string | undefined) => {
      socket.destroy()
      resolve(reason)
    }
    socket.once('connect', () => conclude(undefined))
    socket.once('timeout', () => conclude('ETIMEDOUT'))
    socket.once('error', (error: NodeJS.ErrnoException) => conclude(error.code ?? error.message))
  })
}

function listenBriefly(port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(port, host, () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : port))
    })
  })
}
