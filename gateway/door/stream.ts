import { atExpiry } from '../caller/at-expiry.ts'
import type { Caller } from '../caller/authenticate.ts'
import { type PresentedError, failure } from '../errors.ts'
import type { Gateway } from '../gateway.ts'
import type { LiveEvent, Subscriber } from '../subscribe/subscriber.ts'
import { type Exchange, endWithin } from './exchange.ts'

/** How results are written on a response that stays open. */
export type StreamFormat = {
  contentType: string
  /** Comes at once, so that the client knows that it is being served. */
  opening: string
  /** What stands around the JSON of each result. */
  before: string
  after: string
  /** What tells of the errors that end the stream. */
  errors(errors: readonly PresentedError[]): string
  /** Comes when nothing else does, so that nothing in between takes the connection for dead; empty for none. */
  heartbeat: string
  closing: string
}

export type Streams = ReturnType<typeof createStreams>

/** How long a client may take to read what was left for it at the end. */
const READ_WITHIN_MS = 10_000

/** The responses that are open: each ends with its caller's access token, and all of them with the gateway. */
export function createStreams(options: { present: Gateway['present']; heartbeatMs: number }) {
  const { present, heartbeatMs } = options
  const open = new Set<() => void>()

  return {
    /**
     * Begins a response on which results are written as they come. After its end, nothing that is written arrives.
     * @param left called once when nothing can be written any more, whoever ended it
     */
    open(exchange: Exchange, format: StreamFormat, caller: Caller, left: () => void): Subscriber {
      const { request, response, headers, traceId } = exchange
      let over = false
      let full: PromiseWithResolvers<void> | undefined

      function write(bytes: string | Buffer): Promise<void> | undefined {
        if (over || response.write(bytes)) return undefined
        full ??= Promise.withResolvers()
        return full.promise
      }

      function drained(): void {
        full?.resolve()
        full = undefined
      }

      function end(errors?: readonly PresentedError[]): void {
        if (over) return
        response.end((errors ? format.errors(errors) : '') + format.closing)
        leave()
        endWithin(READ_WITHIN_MS, response)
      }

      function leave(): void {
        if (over) return
        over = true
        clearInterval(heartbeat)
        notAtExpiry()
        open.delete(stop)
        request.socket.off('end', cutOff)
        drained()
        left()
      }

      const cutOff = () => void response.destroy()
      const endWith = (code: 'UNAUTHENTICATED' | 'SERVICE_UNAVAILABLE', message: string) =>
        end(present([failure(code, message)], traceId))
      const stop = () => endWith('SERVICE_UNAVAILABLE', 'The gateway stops. Ask again, and another answers.')
      const notAtExpiry = atExpiry(caller, () => endWith('UNAUTHENTICATED', 'The access token has expired.'))
      const heartbeat = setInterval(() => {
        // Where bytes wait to be read, one more would not tell the client anything.
        if (!full && format.heartbeat) void write(format.heartbeat)
      }, heartbeatMs)

      open.add(stop)
      response.on('drain', drained)
      response.once('close', leave)
      // Who follows and closes even one half has left: there is nothing that it could still wait for.
      request.socket.once('end', cutOff)
      headers['content-type'] = format.contentType
      headers['cache-control'] = 'no-store'
      // Proxies that collect a response before they pass it on, such as nginx, pass this one on as it comes.
      headers['x-accel-buffering'] = 'no'
      response.writeHead(200, headers)
      void write(format.opening)
      if (request.socket.readableEnded) cutOff()
      return { next: (event) => write(framed(format, event)), end }
    },

    /** Ends all of them, and says why. */
    stop(): void {
      for (const stop of [...open]) stop()
    },
  }
}

const frames = new WeakMap<StreamFormat, WeakMap<LiveEvent, Buffer>>()

/** An event as it is written, made once for all whom it reaches. */
function framed(format: StreamFormat, event: LiveEvent): Buffer {
  let known = frames.get(format)
  if (!known) frames.set(format, (known = new WeakMap()))
  let frame = known.get(event)
  if (!frame) {
    frame = Buffer.concat([Buffer.from(format.before), event.json, Buffer.from(format.after)])
    known.set(event, frame)
  }
  return frame
}
