import { createEngine } from '../../../gateway/engine.ts'
import { createMetrics } from '../../../gateway/metrics.ts'
import { DEFAULT_LIMITS } from '../../../gateway/operation/limits.ts'
import { createPersisted } from '../../../gateway/persisted/persisted.ts'
import { type TestDatabase, testDatabase } from '../../jest/database.ts'
import { eventually } from '../../jest/eventually.ts'
import { createBookshop } from '../support/bookshop.ts'
import { silent } from '../support/door.ts'
import { apolloManifest, codeOf, sha256, startRegistryGateway, supergraphWith } from './registry-gateway.ts'

const SHELF = 'query Shelf { books { title reviews { stars author { name } } } }'
const PEOPLE = 'query People { me { name } }'

let db: TestDatabase
let key: { 'x-api-key': string }
beforeAll(async () => {
  db = await testDatabase('gateway')
  const door = await startRegistryGateway(db)
  const { apiKey } = await door.createClient({ name: 'bimbel' })
  key = { 'x-api-key': apiKey }
  await door.register(
    'bimbel',
    apolloManifest({ name: 'Shelf', body: SHELF }, { name: 'People', body: PEOPLE }),
  )
  await door.stop()
})
afterAll(() => db.drop())

const supergraphSdl = supergraphWith(createBookshop().parts)

test('a start plans what is registered before it says that it is ready, and no flood makes it plan that again', async () => {
  const engine = createEngine({ supergraphSdl, limits: DEFAULT_LIMITS, introspection: true })
  const persisted = createPersisted({
    database: db.database,
    metrics: createMetrics({ process: false }),
    log: silent,
  })
  await persisted.start({ engine: () => engine, changed() {} })
  await eventually(async () => expect(await persisted.waitingFor()).toEqual([]))
  const read = () => engine.operations.read({ query: SHELF, registered: true })
  const operation = read()
  expect(operation.plans.latest()).toHaveLength(1)
  const [[, planned] = []] = operation.plans.latest()
  for (let n = 0; n < 2_500; n++) engine.operations.read({ query: `{ n${n}: me { id } }` })
  expect(read()).toBe(operation)
  expect(engine.operations.plan(read(), {}, new Map(), [])).toBe(planned)
  await persisted.stop()
})

test('a supergraph that breaks what is registered is refused by name, client and reason, or let in if that is wanted', async () => {
  const door = await startRegistryGateway(db)
  const before = door.gateway.version
  const { parts } = createBookshop()
  const without = supergraphWith(
    parts.map((part) => ({ ...part, typeDefs: part.typeDefs.replace('me: Person', '') })),
  )
  await expect(door.gateway.replaceSupergraph(without, { breaking: false })).rejects.toThrow(
    'The supergraph breaks a registered operation: People of bimbel (Cannot query field "me" on type "Query".).',
  )
  expect(door.gateway.version).toBe(before)
  expect((await door.send({ documentId: sha256(PEOPLE) }, key)).status).toBe(200)

  await door.gateway.replaceSupergraph(without, { breaking: true })
  expect(codeOf(await door.send({ documentId: sha256(PEOPLE) }, key))).toBe('GRAPHQL_VALIDATION_FAILED')
  expect(codeOf(await door.send({ documentId: sha256(SHELF) }, key))).toBeUndefined()
  await door.withdraw({ client: 'bimbel', hashes: [sha256(PEOPLE)] })
  await door.gateway.replaceSupergraph(supergraphSdl, { breaking: false })
  await door.gateway.replaceSupergraph(without, { breaking: false })
  await door.stop()
})
