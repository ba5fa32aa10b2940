import type { PresentedError } from '../errors.ts'
import type { Stream } from './stream.ts'
import type { LiveEvent, Subscriber } from './subscriber.ts'

export type SlowLimits = {
  /** How many events may wait for a subscriber. */
  waiting: number
  /** How many bytes of events may wait for a subscriber. */
  waitingBytes: number
  /** For how long that many may wait, in milliseconds. */
  patienceMs: number
}

export const SLOW_LIMITS: SlowLimits = { waiting: 1_000, waitingBytes: 4_000_000, patienceMs: 10_000 }

/** A burst, such as what a client missed, may exceed the limits this many times until it is sent. */
export const BURST = 10

/** What waits for a subscriber that asked to be given no more. */
type Backlog = {
  events: LiveEvent[]
  bytes: number
  patience: NodeJS.Timeout | undefined
  /** Somebody waits until there is room again. */
  room: PromiseWithResolvers<void> | undefined
  /** Comes when all of it is sent. */
  end: { errors: readonly PresentedError[] | undefined } | undefined
}

/**
 * One subscriber: passes events on as they come, and keeps them, within bounds, while it is not ready for more. Nobody
 * else ever waits for it. There may be many thousands, so one that keeps up owns nothing but this.
 */
export class Member {
  readonly subscriber: Subscriber
  readonly traceId: string
  /** What comes up to this number it has already. */
  after = -Infinity
  /** What its stream has passed on up to this one it was not there for, or has been given. */
  seen = 0
  stream: Stream | undefined
  over = false
  /** Its end has been counted and logged. */
  toldEnd = false
  readonly #limits: SlowLimits
  readonly #tooSlow: (member: Member) => void
  #backlog: Backlog | undefined

  constructor(options: {
    subscriber: Subscriber
    traceId: string
    limits: SlowLimits
    /** Told when too much waits for too long; nothing has been said to the subscriber then. */
    tooSlow(member: Member): void
  }) {
    this.subscriber = options.subscriber
    this.traceId = options.traceId
    this.#limits = options.limits
    this.#tooSlow = options.tooSlow
  }

  push(event: LiveEvent): void {
    if (this.over) return
    if (this.#backlog) return this.#keep(this.#backlog, event)
    const busy = this.subscriber.next(event)
    if (busy) this.#waitFor(busy, this.#open())
  }

  /** What was missed, to be passed on before anything else, but not before the caller has gone on. */
  replay(events: readonly LiveEvent[]): void {
    if (events.length === 0) return
    const backlog = this.#open()
    for (const event of events) this.#keep(backlog, event)
    this.#waitFor(Promise.resolve(), backlog)
  }

  /** Resolves when it can take more without reaching its limits; undefined when it can now. */
  room(): Promise<void> | undefined {
    const backlog = this.#backlog
    if (!backlog || this.over || this.#fits(backlog)) return undefined
    backlog.room ??= Promise.withResolvers()
    return backlog.room.promise
  }

  /** Nobody waits for room any more. */
  release(): void {
    this.#backlog?.room?.resolve()
  }

  /** What waits is still passed on; then comes the end. */
  finish(errors: readonly PresentedError[] | undefined): void {
    if (this.over) return
    if (this.#backlog) this.#backlog.end ??= { errors }
    else this.cut(errors)
  }

  /** The end, whatever waits. */
  cut(errors: readonly PresentedError[] | undefined): void {
    if (this.over) return
    this.leave()
    this.subscriber.end(errors)
  }

  /** It takes nothing more. */
  leave(): void {
    this.over = true
    if (!this.#backlog) return
    relax(this.#backlog)
    this.#backlog = undefined
  }

  #open(): Backlog {
    return (this.#backlog ??= { events: [], bytes: 0, patience: undefined, room: undefined, end: undefined })
  }

  #keep(backlog: Backlog, event: LiveEvent): void {
    backlog.events.push(event)
    backlog.bytes += event.json.length
    if (this.#fits(backlog)) return
    const { waiting, waitingBytes, patienceMs } = this.#limits
    if (backlog.events.length >= waiting * BURST || backlog.bytes >= waitingBytes * BURST) {
      return this.#tooSlow(this)
    }
    backlog.patience ??= setTimeout(() => this.#tooSlow(this), patienceMs)
  }

  #fits({ events, bytes }: Backlog): boolean {
    return events.length < this.#limits.waiting && bytes < this.#limits.waitingBytes
  }

  #waitFor(busy: Promise<void>, backlog: Backlog): void {
    void busy.then(() => this.#flush(backlog))
  }

  #flush(backlog: Backlog): void {
    if (this.over || this.#backlog !== backlog) return
    let sent = 0
    for (const event of backlog.events) {
      sent += 1
      backlog.bytes -= event.json.length
      const busy = this.subscriber.next(event)
      if (this.over) return
      if (!busy) continue
      backlog.events.splice(0, sent)
      if (this.#fits(backlog)) relax(backlog)
      return this.#waitFor(busy, backlog)
    }
    relax(backlog)
    this.#backlog = undefined
    if (backlog.end) this.cut(backlog.end.errors)
  }
}

function relax(backlog: Backlog): void {
  clearTimeout(backlog.patience)
  backlog.patience = undefined
  backlog.room?.resolve()
  backlog.room = undefined
}
