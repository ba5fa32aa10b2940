import type { PresentedError } from '../errors.ts'

/** One event of a subscription, executed. All who share the subscription are given this same object. */
export type LiveEvent = {
  /** The JSON of a GraphQL response, in UTF-8, written once for all of them: nobody may change it. */
  readonly json: Buffer
}

export function toEvent(result: object): LiveEvent {
  return { json: Buffer.from(JSON.stringify(result)) }
}

/** Who follows a subscription, whichever way it came in. */
export type Subscriber = {
  /**
   * Events in order, each as soon as it is there. A promise asks to be given no more until it is resolved; what comes
   * meanwhile waits here, and where too much waits for too long, `end` says SUBSCRIPTION_TOO_SLOW without waiting.
   */
  next(event: LiveEvent): Promise<void> | undefined
  /**
   * Nothing more comes: the subscription is complete, or `errors` say why not. Codes of the gateway's own:
   * SUBSCRIPTION_TOO_SLOW, SUBSCRIPTION_LOST (its subgraph does not come back, or
   * sends faster than its events can be completed), SUBSCRIPTION_ENDED_BY_SCHEMA (its field
   * is gone), SESSION_REVOKED.
   */
  end(errors?: readonly PresentedError[]): void
}
