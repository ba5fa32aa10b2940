import type { Dispatcher } from 'undici'

export type Exchanged = { statusCode: number; contentType: string | undefined; body: string }

/** An answer that is longer than it may be. */
export class TooLarge extends Error {}

/** An answer that took longer than it may, in all. */
export class TooSlow extends Error {}

/**
 * Posts once and reads the whole answer, with nothing between the parser and the text: a stream and an abort signal for
 * each request cost more than the rest of a small one. Redirections are answers like any other.
 * @throws TooLarge, TooSlow, and what the connection throws
 */
export function exchange(
  dispatcher: Dispatcher,
  request: {
    path: string
    headers: Record<string, string>
    body: string
    timeoutMs: number
    maxBytes: number
  },
): Promise<Exchanged> {
  const { path, headers, body, timeoutMs, maxBytes } = request
  return new Promise((resolve, reject) => {
    let running: Dispatcher.DispatchController | undefined
    let gaveUp: Error | undefined
    let statusCode = 0
    let contentType: string | undefined
    let size = 0
    const chunks: Buffer[] = []
    const timer = setTimeout(() => giveUp(new TooSlow()), timeoutMs)

    function giveUp(reason: Error): void {
      gaveUp = reason
      clearTimeout(timer)
      running?.abort(reason)
      reject(reason)
    }

    dispatcher.dispatch(
      { method: 'POST', path, headers, body },
      {
        onRequestStart(controller) {
          running = controller
          // It had waited for a connection for too long.
          if (gaveUp) controller.abort(gaveUp)
        },
        onResponseStart(_, status, received) {
          statusCode = status
          const type = received['content-type']
          contentType = typeof type === 'string' ? type : type?.[0]
        },
        onResponseData(_, chunk) {
          size += chunk.length
          if (size > maxBytes) giveUp(new TooLarge())
          else chunks.push(chunk)
        },
        onResponseEnd() {
          clearTimeout(timer)
          const [first] = chunks
          resolve({
            statusCode,
            contentType,
            body: (chunks.length === 1 && first ? first : Buffer.concat(chunks)).toString(),
          })
        },
        onResponseError(_, error) {
          clearTimeout(timer)
          reject(error)
        },
      },
    )
  })
}
