import { VIEWERS } from './subgraphs/data.ts'

export const BODY_NAMES = ['private', 'heavy', 'medium', 'light', 'identical'] as const
export type BodyName = (typeof BODY_NAMES)[number]

type Body = {
  /** For those who read the table. */
  about: string
  query: string
  /** Every request is a different viewer's, with that viewer's token and id. Otherwise one viewer asks everything. */
  ofViewers: boolean
  /** Every request has a nonce of its own, which goes to the subgraphs of the root fields. */
  unique: boolean
}

const FRAGMENTS = `fragment User on User { id username name }
fragment Review on Review { id body }
fragment Product on Product { inStock name price shippingEstimate upc weight }`

/** The public benchmark's query; \`nonce\` is the only thing added. */
const HEAVY = `${FRAGMENTS}
query TestQuery($nonce: String) {
  users(nonce: $nonce) {
    ...User
    reviews {
      ...Review
      product { ...Product reviews { ...Review author { ...User reviews { ...Review product { ...Product } } } } }
    }
  }
  topProducts(nonce: $nonce) {
    ...Product
    reviews { ...Review author { ...User reviews { ...Review product { ...Product } } } }
  }
}`

const PRIVATE = `${FRAGMENTS}
query OwnPage($id: ID!) {
  user(id: $id) {
    ...User
    reviews {
      ...Review
      product { ...Product reviews { ...Review author { ...User reviews { ...Review } } } }
    }
  }
}`

const MEDIUM = `${FRAGMENTS}
query Shop($nonce: String) {
  topProducts(nonce: $nonce) { ...Product reviews { ...Review author { ...User } } }
}`

const LIGHT = 'query Name($id: ID!) { user(id: $id) { id username name } }'

export const BODIES: Record<BodyName, Body> = {
  private: {
    about: "each request a different viewer's own page",
    query: PRIVATE,
    ofViewers: true,
    unique: false,
  },
  heavy: {
    about: "the public benchmark's query, each operation unique",
    query: HEAVY,
    ofViewers: false,
    unique: true,
  },
  medium: {
    about: 'one root field and three entity fetches, each operation unique',
    query: MEDIUM,
    ofViewers: false,
    unique: true,
  },
  light: {
    about: "each request a different viewer's name, one fetch",
    query: LIGHT,
    ofViewers: true,
    unique: false,
  },
  identical: {
    about: "the public benchmark's query, all requests alike",
    query: HEAVY,
    ofViewers: false,
    unique: false,
  },
}

/** As many digits as every nonce has, so that one can be written over another. */
const NONCE = '0000000000'

export type PreparedRequest = {
  bytes: Buffer
  /** Where the nonce is to be written, if there is one. */
  nonceAt: number | undefined
  /** What the answer must contain: an answer to another viewer's request must never count as one. */
  expected: Buffer
}

/** The requests of a body as they go over the wire, to be sent in turn. `tokens` has one for each viewer. */
export function prepareRequests(
  name: BodyName,
  port: number,
  path: string,
  tokens: readonly string[],
): PreparedRequest[] {
  const { query, ofViewers, unique } = BODIES[name]
  const viewers = ofViewers ? VIEWERS : VIEWERS.slice(0, 1)
  return viewers.map((id, index) => {
    const variables = ofViewers ? { id } : { nonce: NONCE }
    const body = JSON.stringify({ query, variables })
    const bytes = Buffer.from(
      [
        `POST ${path} HTTP/1.1`,
        `host: 127.0.0.1:${port}`,
        'content-type: application/json',
        'accept: application/json',
        `authorization: Bearer ${tokens[index]}`,
        `content-length: ${Buffer.byteLength(body)}`,
        '',
        body,
      ].join('\r\n'),
    )
    const at = bytes.indexOf(NONCE)
    return {
      bytes: bytes,
      nonceAt: unique && at >= 0 ? at : undefined,
      expected: Buffer.from(ofViewers ? `"id":"${id}"` : '"data"'),
    }
  })
}

/** A nonce that no other request of this machine's boot had: counted on from the time at which the counting began. */
export function createNonces(): () => string {
  let next = (Math.floor(performance.timeOrigin) % 1e9) * 10
  return () => String(next++ % 1e10).padStart(NONCE.length, '0')
}
