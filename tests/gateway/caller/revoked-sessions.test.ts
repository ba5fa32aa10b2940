import { SignJWT, exportSPKI, generateKeyPair } from 'jose'
import { createPart, createSource } from '../support/bookshop.ts'
import { openDoor, until } from '../support/door.ts'

const keys = await generateKeyPair('EdDSA')

test('a session that ends while its subscription is still being prepared does not keep it', async () => {
  const news = createSource<{ told: string }>()
  const part = createPart({
    name: 'news',
    sdl: `type Query { ready: Boolean }
      type Subscription { told: String @policy(policies: [["reader"]]) }`,
    resolvers: { Query: { ready: () => true }, Subscription: { told: { subscribe: () => news.iterate() } } },
  })
  const decision = Promise.withResolvers<boolean>()
  let asked = false
  const door = await openDoor([part], 'in process', {
    publicKey: await exportSPKI(keys.publicKey),
    identitySecret: 'a secret of the gateway and the subgraphs',
    policies: {
      reader: () => {
        asked = true
        return decision.promise
      },
    },
  })
  try {
    const token = await new SignJWT({ roles: ['STUDENT'], locale: 'id', sid: 's1' })
      .setProtectedHeader({ alg: 'EdDSA' })
      .setSubject('u1')
      .setIssuer('simpul')
      .setAudience('simpul-api')
      .setExpirationTime('5m')
      .sign(keys.privateKey)
    const events = fetch(door.url, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        accept: 'text/event-stream',
        'content-type': 'application/json',
      },
      body: JSON.stringify({ query: 'subscription { told }' }),
    })
    await until(() => asked)
    door.gateway.revokeSession('s1')
    decision.resolve(true)
    expect(await (await events).text()).toContain('"code":"SESSION_REVOKED"')
    await until(() => news.listeners === 0)
  } finally {
    await door.stop()
  }
})
