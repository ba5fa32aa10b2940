import { createClient } from 'graphql-ws'
import { IDENTITY_HEADER, createIdentitySigner, createIdentityVerifier } from '../../kit/identity.ts'
import { createLogger } from '../../kit/log.ts'
import { signedIn } from '../../kit/policy.ts'
import { serveSubgraph } from '../../kit/serve-subgraph.ts'
import { type Subgraph, baseContext, buildSubgraph } from '../../kit/subgraph.ts'

const SECRET = 'a secret that only the gateway and the subgraphs know'
const log = createLogger({ name: 'test', level: 'silent' })
const verifyIdentity = createIdentityVerifier(SECRET)
const viewer = { userId: 'u1', roles: ['STUDENT' as const], locale: 'id' as const, sessionId: 's1' }

const clock: Subgraph = {
  name: 'clock',
  schema: buildSubgraph({
    typeDefs:
      'type Query { clock: Clock } type Clock @key(fields: "id") { id: ID! } type Subscription { ticks: Int! }',
    resolvers: {
      Query: { clock: () => null },
      Subscription: {
        ticks: {
          async *subscribe() {
            for (let ticks = 1; ; ticks += 1) {
              yield { ticks }
              await new Promise((resolve) => setTimeout(resolve, 10))
            }
          },
        },
      },
    },
    policy: { Query: { clock: signedIn }, Clock: signedIn, Subscription: { ticks: signedIn } },
    log,
  }),
  context: (request) => baseContext(request, { verifyIdentity, log }),
  start: async () => {},
  stop: async () => {},
  waitingFor: async () => [],
}

let server: Awaited<ReturnType<typeof serveSubgraph>>
beforeAll(async () => {
  server = await serveSubgraph({ subgraph: clock, host: '127.0.0.1', port: 0, log })
})
afterAll(() => server.stop())

test('an operation with a forged identity is refused, and the others on its socket live on', async () => {
  const client = createClient({ url: `ws://127.0.0.1:${server.port}/graphql`, lazy: false, retryAttempts: 0 })
  let closed = false
  client.on('closed', () => (closed = true))
  const identity = await createIdentitySigner(SECRET).sign(viewer)
  const living = client.iterate({
    query: 'subscription { ticks }',
    extensions: { headers: { [IDENTITY_HEADER]: identity } },
  })
  expect((await living.next()).value).toEqual({ data: { ticks: 1 } })

  for (const headers of [{}, { [IDENTITY_HEADER]: 'forged' }]) {
    const refused = client.iterate({ query: 'subscription { ticks }', extensions: { headers } })
    await expect(refused.next()).rejects.toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }])
  }
  expect((await living.next()).value).toMatchObject({ data: { ticks: expect.any(Number) } })
  expect(closed).toBe(false)
  await living.return?.()
  await client.dispose()
})

test('over HTTP, who brings no identity is told 401, introspection included', async () => {
  const response = await fetch(`http://127.0.0.1:${server.port}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"query":"{ __schema { types { name } } }"}',
  })
  expect(response.status).toBe(401)
  expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] })
})

test.each([
  ['no JSON', '{', 400],
  ['nothing', '', 400],
])('a body that is %s is refused', async (_name, body, status) => {
  const identity = await createIdentitySigner(SECRET).sign(viewer)
  const response = await fetch(`http://127.0.0.1:${server.port}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', [IDENTITY_HEADER]: identity },
    body,
  })
  expect(response.status).toBe(status)
})
