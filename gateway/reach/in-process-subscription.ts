import {
  type ExecutionArgs,
  type ExecutionResult,
  type GraphQLFormattedError,
  createSourceEventStream,
  execute,
} from 'graphql'
import type { Follower, SubgraphResult } from './reach.ts'

type Failure = { errors: GraphQLFormattedError[] }

/**
 * Follows one subscription of a subgraph in this process: what `subscribe` of graphql-js does, with less to keep for each,
 * since there may be many thousands. Each event is executed when the one before has been taken.
 */
export class InProcessSubscription {
  readonly #follower: Follower
  readonly #failed: (error: unknown) => Failure
  readonly #asResult: (result: ExecutionResult) => SubgraphResult
  #args: ExecutionArgs | undefined
  #events: AsyncIterator<unknown> | undefined
  #left = false

  constructor(
    follower: Follower,
    failed: (error: unknown) => Failure,
    asResult: (result: ExecutionResult) => SubgraphResult,
  ) {
    this.#follower = follower
    this.#failed = failed
    this.#asResult = asResult
  }

  async begin(argumentsFor: () => Promise<ExecutionArgs | Failure>): Promise<void> {
    try {
      const args = await argumentsFor()
      if (this.#left) return
      if ('errors' in args) return this.#end(args.errors)
      const source = await createSourceEventStream(args)
      if (!(Symbol.asyncIterator in source)) return this.#end(this.#asResult(source).errors ?? [])
      this.#args = args
      this.#events = source[Symbol.asyncIterator]()
      if (this.#left) return this.#free()
      this.#pull(this.#events)
    } catch (error) {
      this.#fail(error)
    }
  }

  leave(): void {
    this.#left = true
    this.#free()
  }

  #pull(events: AsyncIterator<unknown>): void {
    events.next().then(
      (taken) => this.#take(taken),
      (error: unknown) => this.#fail(error),
    )
  }

  async #take({ done, value }: IteratorResult<unknown>): Promise<void> {
    if (this.#left || !this.#args || !this.#events) return
    if (done) return this.#end()
    try {
      const result = await execute({ ...this.#args, rootValue: value })
      if (this.#left) return
      await this.#follower.next(this.#asResult(result))
      if (!this.#left) this.#pull(this.#events)
    } catch (error) {
      this.#fail(error)
      this.#free()
    }
  }

  #fail(error: unknown): void {
    if (!this.#left) this.#end(this.#failed(error).errors)
  }

  #end(errors?: readonly GraphQLFormattedError[]): void {
    this.#left = true
    if (errors) this.#follower.error(errors)
    else this.#follower.complete()
  }

  /** What a source says when it is left interests nobody; it must not go unhandled. */
  #free(): void {
    this.#events?.return?.().catch((error: unknown) => void this.#failed(error))
    this.#events = undefined
  }
}
