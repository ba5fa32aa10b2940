import { EVENTS_TYPE } from './accept.ts'
import type { StreamFormat } from './stream.ts'

const before = 'event: next\ndata: '
const after = '\n\n'

/**
 * Server-Sent Events as the GraphQL over SSE protocol has them in its "distinct connections mode": one operation a
 * connection, its results in `next` events, then `complete`. Comments keep a quiet connection alive.
 * https://github.com/enisdenjo/graphql-sse/blob/master/PROTOCOL.md
 */
export const EVENT_STREAM: StreamFormat = {
  contentType: `${EVENTS_TYPE}; charset=utf-8`,
  opening: ':\n\n',
  before,
  after,
  errors: (errors) => before + JSON.stringify({ errors }) + after,
  heartbeat: ':\n\n',
  // Without data, even empty, browsers drop an event.
  closing: 'event: complete\ndata:\n\n',
}
