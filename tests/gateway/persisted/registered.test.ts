import { createClient } from 'graphql-ws'
import { WebSocket } from 'ws'
import { type TestDatabase, testDatabase } from '../../jest/database.ts'
import { eventually } from '../../jest/eventually.ts'
import {
  type RegistryGateway,
  accessToken,
  apolloManifest,
  codeOf,
  sha256,
  startRegistryGateway,
} from './registry-gateway.ts'

const SHELF = 'query Shelf { books { title } }'
const PEOPLE = 'query People { me { name } }'

describe('a partner client', () => {
  let db: TestDatabase
  let door: RegistryGateway
  let partner: { 'x-api-key': string }

  beforeAll(async () => {
    db = await testDatabase('gateway')
    door = await startRegistryGateway(db)
    const { apiKey } = await door.createClient({ name: 'bimbel' })
    partner = { 'x-api-key': apiKey }
    expect(await door.register('bimbel', apolloManifest({ name: 'Shelf', body: SHELF }))).toEqual({
      manifest: { version: 1, operationCount: 1, inForceCount: 1 },
      errors: [],
    })
  })
  afterAll(async () => {
    await door.stop()
    await db.drop()
  })

  const shelf = { data: { books: [{ title: 'Laskar Pelangi' }, { title: 'Bumi Manusia' }] } }

  test('runs what is registered for it, by its hash in either form, or by its text', async () => {
    const persistedQuery = { version: 1, sha256Hash: sha256(SHELF) }
    for (const request of [
      { documentId: sha256(SHELF) },
      { documentId: `sha256:${sha256(SHELF)}` },
      { extensions: { persistedQuery } },
      { query: SHELF, extensions: { persistedQuery } },
      { query: SHELF },
    ]) {
      const { status, body } = await door.send(request, partner)
      expect([status, body]).toEqual([200, shelf])
    }
  })

  test('runs it by GET', async () => {
    const { status, body } = await door.get({ documentId: `sha256:${sha256(SHELF)}` }, partner)
    expect([status, body]).toEqual([200, shelf])
  })

  test('runs it over WebSocket, where its key may come with connection_init', async () => {
    const client = createClient({
      url: door.url.replace('http', 'ws'),
      webSocketImpl: WebSocket,
      connectionParams: partner,
      retryAttempts: 0,
    })
    const persistedQuery = { version: 1, sha256Hash: sha256(SHELF) }
    const results = client.iterate({ query: '', extensions: { persistedQuery } })
    expect((await results.next()).value).toEqual(shelf)
    const refused = client.iterate({ query: PEOPLE })
    await expect(refused.next()).rejects.toEqual([
      expect.objectContaining({ extensions: expect.objectContaining({ code: 'OPERATION_NOT_REGISTERED' }) }),
    ])
    await client.dispose()
  })

  test('follows what is registered for it until that is withdrawn, or it is shut out itself', async () => {
    const { apiKey } = await door.createClient({ name: 'live', rootFields: ['Subscription.reviewed'] })
    const live = 'subscription Live { reviewed(bookId: "b1") { stars } }'
    for (const end of [
      () => door.withdraw({ client: 'live', hashes: [sha256(live)] }),
      () => door.setActive('live', false),
    ]) {
      await door.register('live', apolloManifest({ name: 'Live', body: live, type: 'subscription' }))
      const client = createClient({
        url: door.url.replace('http', 'ws'),
        webSocketImpl: WebSocket,
        connectionParams: { 'x-api-key': apiKey },
        retryAttempts: 0,
      })
      const events = client.iterate({
        query: '',
        extensions: { persistedQuery: { version: 1, sha256Hash: sha256(live) } },
      })
      expect((await events.next()).value).toEqual({ data: { reviewed: { stars: 5 } } })
      const over = events.next()
      await Promise.all([
        expect(over).rejects.toEqual([
          expect.objectContaining({
            extensions: expect.objectContaining({ code: 'OPERATION_NOT_REGISTERED' }),
          }),
        ]),
        end(),
      ])
      await client.dispose()
    }
  })

  test('runs nothing else, and reads what to do about it', async () => {
    for (const request of [{ query: PEOPLE }, { documentId: sha256(PEOPLE) }]) {
      const { status, body } = await door.send(request, partner)
      expect(status).toBe(403)
      expect(body).toEqual({
        errors: [
          {
            message: expect.stringContaining('npm run operations -- register'),
            extensions: { code: 'OPERATION_NOT_REGISTERED', traceId: expect.any(String) },
          },
        ],
      })
      expect(body.errors?.[0]?.message).toContain(sha256(PEOPLE))
    }
  })

  test('cannot pass another text for one that is registered', async () => {
    expect(codeOf(await door.send({ documentId: sha256(SHELF), query: PEOPLE }, partner))).toBe(
      'PERSISTED_QUERY_HASH_MISMATCH',
    )
  })

  test('cannot use what is registered for another', async () => {
    const { apiKey } = await door.createClient({ name: 'another' })
    await door.register('another', JSON.stringify({ [sha256(PEOPLE)]: PEOPLE }))
    expect(codeOf(await door.send({ documentId: sha256(PEOPLE) }, partner))).toBe('OPERATION_NOT_REGISTERED')
    expect((await door.send({ documentId: sha256(PEOPLE) }, { 'x-api-key': apiKey })).body).toEqual({
      data: { me: { name: 'Siti' } },
    })
  })

  test('is nobody with a key that is not its own', async () => {
    const key = partner['x-api-key']
    const forged = key.slice(0, -1) + (key.endsWith('A') ? 'B' : 'A')
    for (const wrong of [forged, 'simpul_nobody_x', 'x', key.replace('bimbel', 'another')]) {
      const answer = await door.send({ documentId: sha256(SHELF) }, { 'x-api-key': wrong })
      expect([answer.status, codeOf(answer)]).toEqual([401, 'UNAUTHENTICATED'])
    }
  })

  test('uses what earlier versions have until they are withdrawn, and versions are listed', async () => {
    const { apiKey } = await door.createClient({ name: 'versions' })
    const ask = async (query: string) =>
      codeOf(await door.send({ documentId: sha256(query) }, { 'x-api-key': apiKey })) ?? 'ran'
    await door.register('versions', apolloManifest({ name: 'Shelf', body: SHELF }))
    await door.register(
      'versions',
      apolloManifest({ name: 'People', body: PEOPLE }, { name: 'Shelf', body: SHELF }),
    )
    await door.register('versions', apolloManifest({ name: 'People', body: PEOPLE }))
    expect(
      (await door.list({ client: 'versions' })).nodes.map(({ name, versions }) => [name, versions]),
    ).toEqual(
      [
        ['Shelf', [1, 2]],
        ['People', [2, 3]],
      ].sort(([one], [other]) =>
        sha256(one === 'Shelf' ? SHELF : PEOPLE) < sha256(other === 'Shelf' ? SHELF : PEOPLE) ? -1 : 1,
      ),
    )
    expect(await door.withdraw({ client: 'versions', version: 1 })).toEqual({ withdrawnCount: 1, errors: [] })
    expect([await ask(SHELF), await ask(PEOPLE)]).toEqual(['ran', 'ran'])
    expect(await door.withdraw({ client: 'versions', version: 2 })).toEqual({ withdrawnCount: 2, errors: [] })
    expect([await ask(SHELF), await ask(PEOPLE)]).toEqual(['OPERATION_NOT_REGISTERED', 'ran'])
    expect(await door.withdraw({ client: 'versions', hashes: [sha256(PEOPLE)] })).toEqual({
      withdrawnCount: 1,
      errors: [],
    })
    expect(await ask(PEOPLE)).toBe('OPERATION_NOT_REGISTERED')
    expect(await door.withdraw({ client: 'versions' })).toEqual({
      withdrawnCount: null,
      errors: [expect.objectContaining({ code: 'NOT_FOUND' })],
    })
    const { apiClients } = await door.asAdmin<{
      apiClients: { edges: { node: { name: string; manifests: { edges: { node: object }[] } } }[] }
    }>(`{ apiClients(first: 100) { edges { node { name manifests(first: 2) {
           edges { node { version operationCount inForceCount } } pageInfo { hasNextPage } } } } } }`)
    const [listed] = apiClients.edges.map(({ node }) => node).filter(({ name }) => name === 'versions')
    expect(listed?.manifests).toEqual({
      edges: [
        { node: { version: 3, operationCount: 1, inForceCount: 0 } },
        { node: { version: 2, operationCount: 2, inForceCount: 0 } },
      ],
      pageInfo: { hasNextPage: true },
    })
  })

  test('is shut out at once, and let in again', async () => {
    const { apiKey } = await door.createClient({ name: 'shut' })
    await door.register('shut', apolloManifest({ name: 'Shelf', body: SHELF }))
    const ask = async () => (await door.send({ documentId: sha256(SHELF) }, { 'x-api-key': apiKey })).status
    expect(await ask()).toBe(200)
    await door.setActive('shut', false)
    expect(await ask()).toBe(401)
    await door.setActive('shut', true)
    expect(await ask()).toBe(200)
  })

  test('is counted by operation', async () => {
    const { apiKey } = await door.createClient({ name: 'counted' })
    await door.register(
      'counted',
      apolloManifest({ name: 'Shelf', body: SHELF }, { name: 'People', body: PEOPLE }),
    )
    for (let n = 0; n < 3; n++) await door.send({ documentId: sha256(SHELF) }, { 'x-api-key': apiKey })
    await eventually(async () => {
      const { nodes } = await door.list({ client: 'counted' })
      expect(Object.fromEntries(nodes.map(({ name, uses }) => [name, uses]))).toEqual({ Shelf: 3, People: 0 })
    })
    expect(await door.metrics()).toMatch(/gateway_persisted_operations_total\{outcome="registered"\} \d+/)
  })

  test('is an administrator’s to create, to register for and to see', async () => {
    const before = (await door.list({ first: 100 })).nodes.length
    const tutor = { authorization: `Bearer ${await accessToken('TUTOR', 'AUTHOR')}` }
    const input = { client: 'bimbel', manifest: JSON.stringify({ [sha256(PEOPLE)]: PEOPLE }) }
    for (const [headers, code] of [
      [{}, 'UNAUTHENTICATED'],
      [tutor, 'FORBIDDEN'],
    ] as const) {
      for (const query of [
        '{ apiClients { edges { node { name } } } }',
        '{ persistedOperations { edges { node { hash } } } }',
        'mutation { createApiClient(input: { name: "mine" }) { apiKey } }',
        'mutation { setApiClientActive(input: { name: "bimbel", active: false }) { client { name } } }',
        'mutation ($input: RegisterOperationsInput!) { registerOperations(input: $input) { manifest { version } } }',
        'mutation { withdrawOperations(input: { client: "bimbel" }) { withdrawnCount } }',
      ]) {
        const variables = query.includes('$input') ? { input } : {}
        expect([query, codeOf(await door.send({ query, variables }, headers))]).toEqual([query, code])
      }
    }
    expect((await door.list({ first: 100 })).nodes.length).toBe(before)
    expect((await door.send({ documentId: sha256(SHELF) }, partner)).status).toBe(200)
  })

  test('is told everything that is wrong with a new client', async () => {
    expect(
      await door.createClient({ name: 'Bimbel Kita', rootFields: ['Query.nothing', 'books'], maxFields: 0 }),
    ).toEqual({
      client: null,
      apiKey: null,
      errors: [
        {
          __typename: 'InvalidInput',
          code: 'INVALID_INPUT',
          field: 'input.name',
          message: expect.any(String),
        },
        {
          __typename: 'InvalidInput',
          code: 'INVALID_INPUT',
          field: 'input.rootFields',
          message: 'There is no root field Query.nothing.',
        },
        {
          __typename: 'InvalidInput',
          code: 'INVALID_INPUT',
          field: 'input.rootFields',
          message: 'There is no root field books.',
        },
        {
          __typename: 'InvalidInput',
          code: 'INVALID_INPUT',
          field: 'input.maxFields',
          message: expect.any(String),
        },
      ],
    })
    const nobody = 'no\0body'
    expect(await door.setActive(nobody, true)).toEqual({
      client: null,
      errors: [{ __typename: 'NotFound', code: 'NOT_FOUND' }],
    })
    expect((await door.register(nobody, '{}')).errors).toMatchObject([{ code: 'NOT_FOUND' }])
    expect(await door.withdraw({ client: 'bimbel', hashes: [nobody] })).toMatchObject({
      withdrawnCount: null,
    })
    expect((await door.list({ client: nobody })).nodes).toEqual([])
    expect((await door.createClient({ name: 'bimbel' }))['errors']).toEqual([
      expect.objectContaining({ __typename: 'WrongState', code: 'NAME_TAKEN' }),
    ])
  })

  test('pages through what is registered, and refuses cursors of others', async () => {
    const first = await door.list({ first: 1 })
    const second = await door.list({ first: 1, after: first.pageInfo.endCursor })
    expect(second.nodes).not.toEqual(first.nodes)
    for (const after of ['x', Buffer.from('["a\\u0000","b"]').toString('base64url')]) {
      await expect(door.list({ after })).rejects.toThrow('is not a cursor')
    }
  })
})
