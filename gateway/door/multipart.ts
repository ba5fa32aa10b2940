import type { StreamFormat } from './stream.ts'

/**
 * The parts of one `multipart/mixed` response, each of them JSON. The delimiter follows each part at once, since a
 * client takes a part only when it sees where it ends.
 */
function inParts(boundary: string) {
  const opening = `\r\n--${boundary}`
  return { opening, before: '\r\ncontent-type: application/json\r\n\r\n', after: opening, closing: '--\r\n' }
}

const { opening, before, after, closing } = inParts('graphql')
const heartbeat = `${before}{}${after}`

/**
 * Apollo's multipart protocol for subscriptions: each result as `{ payload }`, `{}` to keep a quiet connection alive,
 * and errors that end the subscription beside `payload: null`.
 * https://www.apollographql.com/docs/graphos/routing/operations/subscriptions/multipart-protocol
 */
export const SUBSCRIPTION_PARTS: StreamFormat = {
  contentType: 'multipart/mixed;boundary="graphql";subscriptionSpec=1.0',
  opening: opening + heartbeat,
  before: `${before}{"payload":`,
  after: `}${after}`,
  ending: (errors) => ({ payload: null, errors }),
  heartbeat,
  closing,
}

/** Incremental delivery as Apollo's servers and clients have it: each result says by `hasNext` whether more follow. */
export const DEFERRED_PARTS: StreamFormat = {
  contentType: 'multipart/mixed;boundary="-";deferSpec=20220824',
  ...inParts('-'),
  ending: (errors) => ({ errors, hasNext: false }),
  heartbeat: '',
}
