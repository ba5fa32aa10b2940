import { PresentedErrors } from '../errors.ts'
import type { Gateway, PreparedRequest } from '../gateway.ts'
import type { Subscriber } from '../subscribe/subscriber.ts'

/** Gives a subscription's results to a subscriber as they come. Gives back what leaves it. */
export function follow(gateway: Gateway, prepared: PreparedRequest, subscriber: Subscriber): () => void {
  const results = gateway.subscribe(prepared, () => {})
  pass().catch((error: unknown) => {
    subscriber.end(
      error instanceof PresentedErrors ? error.errors : gateway.present([error], prepared.traceId),
    )
  })
  return () => void results.return(undefined)

  async function pass(): Promise<void> {
    for await (const result of results) await subscriber.next({ json: Buffer.from(JSON.stringify(result)) })
    subscriber.end()
  }
}
