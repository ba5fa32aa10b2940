import type { StreamFormat } from './stream.ts'

/**
 * The parts of one `multipart/mixed` response, each of them JSON. The delimiter follows each part at once, since a
 * client takes a part only when it sees where it ends.
 */
function inParts(boundary: string) {
  const opening = `\r\n--${boundary}`
  const before = '\r\ncontent-type: application/json\r\n\r\n'
  return {
    opening,
    before,
    after: opening,
    part: (content: object) => before + JSON.stringify(content) + opening,
    closing: '--\r\n',
  }
}

const live = inParts('graphql')
const deferred = inParts('-')

/**
 * Apollo's multipart protocol for subscriptions: each result as `{ payload }`, `{}` to keep a quiet connection alive,
 * and errors that end the subscription beside `payload: null`.
 * https://www.apollographql.com/docs/graphos/routing/operations/subscriptions/multipart-protocol
 */
export const SUBSCRIPTION_PARTS: StreamFormat = {
  contentType: 'multipart/mixed;boundary="graphql";subscriptionSpec=1.0',
  opening: live.opening + live.part({}),
  before: `${live.before}{"payload":`,
  after: `}${live.after}`,
  errors: (errors) => live.part({ payload: null, errors }),
  heartbeat: live.part({}),
  closing: live.closing,
}

/** Incremental delivery as Apollo's servers and clients have it: each result says by `hasNext` whether more follow. */
export const DEFERRED_PARTS: StreamFormat = {
  contentType: 'multipart/mixed;boundary="-";deferSpec=20220824',
  opening: deferred.opening,
  before: deferred.before,
  after: deferred.after,
  errors: (errors) => deferred.part({ errors, hasNext: false }),
  heartbeat: '',
  closing: deferred.closing,
}
