import type { GraphQLFormattedError } from 'graphql'
import { setImmediate as nextTurn, setTimeout as delay } from 'node:timers/promises'
import { type PresentedError, refuse } from '../errors.ts'
import type { PreparedRequest } from '../request.ts'
import type { Headers, SubgraphResult } from '../reach/reach.ts'
import { BURST, type Member } from './member.ts'
import type { Recent } from './recent.ts'
import type { LiveEvent } from './subscriber.ts'
import { Upstream, type UpstreamOwner, numberedOf, serves } from './upstream.ts'

/** What streams need of the gateway. */
export type StreamHost = {
  headers(prepared: PreparedRequest): Promise<Headers>
  execute(prepared: PreparedRequest, event: SubgraphResult): Promise<LiveEvent>
  present(errors: readonly unknown[], traceId: string): PresentedError[]
  recent: Recent
  /** How many events may wait to be executed. */
  waiting: number
  /** An event has reached all members; `count` of them had to be given it. */
  delivered(stream: Stream, number: number | undefined, count: number): void
  /** Nobody follows it any more, or it has ended: `members` have been told. */
  closed(stream: Stream, members: readonly Member[], errors?: readonly PresentedError[]): void
}

type Event = { upstream: Upstream; event: SubgraphResult; number: number | undefined }
type Received = Event | (() => void)

/** So many members are given an event before others than this stream have a turn. */
const CHUNK = 1_000

/** From one upstream without numbers to another: when the new one counts as begun, what is quiet, and when enough is enough. */
const SETTLED_MS = 1_000
const QUIET_MS = 100
const LONGEST_MS = 10_000

/**
 * One subscription at a subgraph and everybody who follows it. Events are executed one after another, once for all
 * members, so their order stays. The source waits for a member only when it is the only one.
 */
export class Stream implements UpstreamOwner {
  prepared: PreparedRequest
  /** What identical subscriptions have in common; undefined when it is never shared. */
  key: string | undefined
  readonly members = new Set<Member>()
  /** The number of the last event that came, or after which it began. */
  last: number | undefined
  /** Whether any event has come. */
  began = false
  closed = false
  /** Every event with a greater number has been, or will be, passed on. */
  #from: number
  /** Whether none is left out where it begins: there is no snapshot that stands for several. */
  readonly #exact: boolean
  readonly #host: StreamHost
  #recent: ReturnType<Recent['open']> | undefined
  readonly #queue: Received[] = []
  #upstream: Upstream | undefined
  /** Will take its place, with what it told while the present one had not told anything. */
  #incoming: { upstream: Upstream; held: Event[] } | undefined
  #heard = 0
  /** Gives up the ways of the engine that it is planned for. */
  #letGo: () => void = () => {}
  #index = 0
  #running = false
  /** Events came faster than they could be executed: the subgraph is asked for the rest later. */
  #paused = false
  #room: PromiseWithResolvers<void> | undefined
  #end: { errors: readonly GraphQLFormattedError[] | undefined } | undefined

  constructor(host: StreamHost, prepared: PreparedRequest, key: string | undefined) {
    this.#host = host
    this.prepared = prepared
    this.key = key
    const numbered = numberedOf(prepared)
    this.last = numbered?.afterOf(prepared.coerced)
    this.#exact =
      numbered !== undefined && (this.last !== undefined || prepared.planned.live?.broadcast === true)
    this.#from = this.last ?? Infinity
  }

  /** @throws RequestErrors when the plan has nothing to subscribe to */
  start(): void {
    this.#upstream = new Upstream(this, this.prepared)
    this.#letGo = this.prepared.engine.hold()
  }

  /** Whether somebody who has everything up to `after`, or wants the beginning, would miss nothing here. */
  takes(after: number | undefined): boolean {
    if (this.closed || this.#end) return false
    if (after !== undefined) {
      return (
        this.#exact && after >= this.#from && (this.#recent?.after(after).length ?? 0) < this.#host.waiting
      )
    }
    if (this.prepared.planned.live?.broadcast) return true
    return !this.began && this.last === undefined
  }

  join(member: Member, after: number | undefined): void {
    // Whoever was alone is waited for no longer.
    for (const other of this.members) other.release()
    this.members.add(member)
    member.stream = this
    member.seen = this.#index
    if (after === undefined) return
    // Who moves from a stream that lags behind may have more than that stream had.
    member.after = Math.max(member.after, after)
    if (this.#recent) member.replay(this.#recent.after(member.after))
  }

  leave(member: Member): void {
    member.leave()
    this.members.delete(member)
    if (this.members.size === 0) this.#close([])
  }

  /** All who follow this one follow another from now on, which is at the same number. */
  moveTo(other: Stream, number: number): void {
    for (const member of this.members) other.join(member, number)
    this.members.clear()
    this.#close([])
  }

  /** Whether those who have everything up to `number` from another stream can go on here, with nothing in between. */
  continues(other: Stream, number: number): boolean {
    return !this.closed && !this.#end && this.last === number && (this.#exact || !other.#exact)
  }

  /** The end for everybody, whatever waits. */
  cut(errors: readonly PresentedError[]): void {
    const members = [...this.members]
    this.members.clear()
    for (const member of members) member.cut(errors)
    this.#close(members, errors)
  }

  /**
   * Goes on with another plan: on the same upstream where that still gives what is needed, else on a new one, after the
   * last number, or, where there are no numbers, from a quiet moment on.
   */
  async replan(prepared: PreparedRequest, key: string | undefined): Promise<void> {
    this.prepared = prepared
    this.key = key
    if (!this.#upstream || this.closed || this.#end) return
    const letGo = this.#letGo
    this.#letGo = prepared.engine.hold()
    try {
      if (serves(this.#upstream, prepared)) this.#upstream.prepared = prepared
      else await this.#changeUpstream(prepared)
    } finally {
      letGo()
    }
  }

  async #changeUpstream(prepared: PreparedRequest): Promise<void> {
    this.#arrive()
    if (this.#paused || (this.last !== undefined && numberedOf(prepared))) {
      this.#upstream?.cancel()
      if (!this.#paused) this.#upstream = new Upstream(this, prepared)
    } else {
      this.#incoming = { upstream: new Upstream(this, prepared), held: [] }
      await this.#quietMoment()
      this.#arrive()
    }
    // What came from the old one is executed before the ways that it needs may close.
    await new Promise<void>((resolve) => this.#enqueue(resolve))
  }

  headers(prepared: PreparedRequest): Promise<Headers> {
    return this.#host.headers(prepared)
  }

  receive(upstream: Upstream, event: SubgraphResult, number: number | undefined): Promise<void> | undefined {
    if (this.closed || this.#end) return undefined
    this.#heard = performance.now()
    if (upstream === this.#incoming?.upstream) {
      // The one that is left tells the same, unless it has not told anything yet.
      if (!this.began) this.#incoming.held.push({ upstream, event, number })
      return undefined
    }
    if (upstream !== this.#upstream || this.#paused) return undefined
    this.began = true
    if (number !== undefined) this.last = number
    this.#enqueue({ upstream, event, number })
    const { waiting } = this.#host
    if (this.#queue.length < waiting) return undefined
    if (this.#queue.length >= waiting * BURST) this.#overflow(upstream)
    this.#room ??= Promise.withResolvers()
    return this.#room.promise
  }

  ended(upstream: Upstream, errors?: readonly GraphQLFormattedError[]): void {
    if (this.closed || this.#end || this.#paused) return
    if (upstream === this.#upstream && this.#incoming) return this.#arrive()
    if (upstream !== this.#upstream && upstream !== this.#incoming?.upstream) return
    this.#end = { errors }
    this.#enqueue(() => this.#finish(errors))
  }

  /** A numbered source can be asked for the rest later; of any other something would be lost. */
  #overflow(upstream: Upstream): void {
    upstream.cancel()
    if (upstream.numbered && this.last !== undefined) this.#paused = true
    else {
      this.#finish(
        refuse('SUBSCRIPTION_LOST', 'Events come faster than they can be completed. Subscribe again.').errors,
      )
    }
  }

  #enqueue(received: Received): void {
    this.#queue.push(received)
    if (!this.#running) void this.#run()
  }

  async #run(): Promise<void> {
    this.#running = true
    for (let received = this.#queue.shift(); received; received = this.#queue.shift()) {
      if (this.#queue.length < this.#host.waiting) this.#makeRoom()
      if (typeof received === 'function') received()
      else if (!this.closed) await this.#pass(received)
    }
    this.#running = false
    if (!this.#paused || this.closed) return
    this.#paused = false
    this.#upstream = new Upstream(this, this.prepared)
  }

  async #pass({ upstream, event, number }: Event): Promise<void> {
    try {
      const live = await this.#host.execute(upstream.prepared, event)
      if (!this.closed) await this.#deliver(live, number)
    } catch (error) {
      this.#finish([error])
    }
  }

  async #deliver(live: LiveEvent, number: number | undefined): Promise<void> {
    const index = ++this.#index
    this.#remember(live, number)
    let given = 0
    for (const member of this.members) {
      if (member.seen >= index) continue
      member.seen = index
      if (number !== undefined && number <= member.after) continue
      member.push(live)
      given += 1
      if (given % CHUNK === 0) await nextTurn()
    }
    this.#host.delivered(this, number, given)
    const [only, another] = this.members
    if (only && !another) await only.room()
  }

  #remember(live: LiveEvent, number: number | undefined): void {
    // Who is alone by nature needs nothing kept for others.
    if (!this.#exact || this.key === undefined) return
    if (number === undefined) {
      // It failed, and has no place among the numbers: who has all up to here may not have this.
      this.#recent?.clear()
      this.#from = Infinity
    } else {
      if (this.#from === Infinity) this.#from = number
      this.#recent ??= this.#host.recent.open((forgotten) => (this.#from = Math.max(this.#from, forgotten)))
      this.#recent.add(number, live)
    }
  }

  #finish(errors: readonly unknown[] | undefined): void {
    if (this.closed) return
    const presented = errors && this.#host.present(errors, this.prepared.traceId)
    const members = [...this.members]
    this.members.clear()
    for (const member of members) member.finish(presented)
    this.#close(members, presented)
  }

  #close(members: readonly Member[], errors?: readonly PresentedError[]): void {
    if (this.closed) return
    this.closed = true
    this.#upstream?.cancel()
    this.#incoming?.upstream.cancel()
    this.#recent?.clear()
    this.#makeRoom()
    this.#letGo()
    this.#host.closed(this, members, errors)
  }

  #makeRoom(): void {
    this.#room?.resolve()
    this.#room = undefined
  }

  /** Long enough for the new upstream to have begun, and until neither of the two has just told something. */
  async #quietMoment(): Promise<void> {
    const began = performance.now()
    while (this.#incoming && !this.closed) {
      await delay(QUIET_MS, undefined, { ref: false })
      const now = performance.now()
      if (now - began >= SETTLED_MS && now - this.#heard >= QUIET_MS) return
      if (now - began >= LONGEST_MS) return
    }
  }

  /** The new upstream takes the place of the old one. */
  #arrive(): void {
    if (!this.#incoming || this.closed) return
    const { upstream, held } = this.#incoming
    this.#upstream?.cancel()
    this.#upstream = upstream
    this.#incoming = undefined
    if (this.began) return
    for (const { event, number } of held) void this.receive(upstream, event, number)
  }
}
