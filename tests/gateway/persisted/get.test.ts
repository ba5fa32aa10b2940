import { type TestDatabase, testDatabase } from '../../jest/database.ts'
import { createPart } from '../support/bookshop.ts'
import {
  type RegistryGateway,
  apolloManifest,
  codeOf,
  sha256,
  startRegistryGateway,
  supergraphWith,
} from './registry-gateway.ts'

const LIST = 'query List($first: Int) { exams(first: $first) { title } }'
const MINE = 'query Mine { mine { title } }'

const exams = createPart({
  name: 'exams',
  sdl: `
    extend schema @link(url: "https://simpul.example/specs/cacheControl/v1.0", import: ["@cacheControl"])
      @federation__composeDirective(name: "@cacheControl")
    directive @cacheControl(maxAge: Int, scope: cacheControl__Scope, inheritMaxAge: Boolean) on FIELD_DEFINITION | INTERFACE | OBJECT | UNION
    enum cacheControl__Scope { PUBLIC PRIVATE }
    type Query {
      exams(first: Int): [Exam!]! @cacheControl(maxAge: 60)
      mine: Exam @cacheControl(maxAge: 30, scope: PRIVATE)
    }
    type Exam { title: String! }
  `,
  resolvers: {
    Query: {
      exams: (_: unknown, { first = 2 }: { first?: number }) =>
        [{ title: 'UTBK' }, { title: 'SAT' }].slice(0, first),
      mine: () => ({ title: 'Mine' }),
    },
  },
})

describe('a registered document by GET', () => {
  let db: TestDatabase
  let door: RegistryGateway
  let key: { 'x-api-key': string }
  const list = { documentId: `sha256:${sha256(LIST)}`, variables: '{"first":1}' }

  beforeAll(async () => {
    db = await testDatabase('gateway')
    door = await startRegistryGateway(db, {
      supergraphSdl: supergraphWith([exams]),
      reach: { subgraphs: [exams.subgraph] },
    })
    const { apiKey } = await door.createClient({ name: 'bimbel' })
    key = { 'x-api-key': apiKey }
    await door.register('bimbel', apolloManifest({ name: 'List', body: LIST }, { name: 'Mine', body: MINE }))
  })
  afterAll(async () => {
    await door.stop()
    await db.drop()
  })

  test('may be kept for as long as the graph says, apart for each who asks', async () => {
    const { status, headers, body } = await door.get(list, key)
    expect([status, body]).toEqual([200, { data: { exams: [{ title: 'UTBK' }] } }])
    expect(headers.get('cache-control')).toBe('max-age=60, public')
    expect(headers.get('vary')).toContain('x-api-key')
    const mine = await door.get({ documentId: sha256(MINE) }, key)
    expect(mine.headers.get('cache-control')).toBe('max-age=30, private')
  })

  test('is not sent again to who has it, until it is withdrawn', async () => {
    const mark = (await door.get(list, key)).headers.get('etag') ?? ''
    expect(mark).toMatch(/^"[\w-]+"$/)
    expect((await door.get(list, { ...key, 'if-none-match': mark })).status).toBe(304)
    const other = { ...list, variables: '{"first":2}' }
    expect((await door.get(other, { ...key, 'if-none-match': mark })).status).toBe(200)
    await door.withdraw({ client: 'bimbel', hashes: [sha256(LIST)] })
    const answer = await door.get(list, { ...key, 'if-none-match': mark })
    expect([answer.status, codeOf(answer)]).toEqual([403, 'OPERATION_NOT_REGISTERED'])
    expect(answer.headers.get('cache-control')).toBe('no-store')
  })
})
