import { type TestDatabase, testDatabase } from '../../jest/database.ts'
import { eventually } from '../../jest/eventually.ts'
import {
  type RegistryGateway,
  apolloManifest,
  codeOf,
  sha256,
  startRegistryGateway,
} from './registry-gateway.ts'

const SHELF = 'query Shelf { books { title } }'
const PEOPLE = 'query People { me { name } }'

describe('two gateways over one registry', () => {
  let db: TestDatabase
  let one: RegistryGateway
  let other: RegistryGateway
  let key: { 'x-api-key': string }

  beforeAll(async () => {
    db = await testDatabase('gateway')
    one = await startRegistryGateway(db)
    other = await startRegistryGateway(db)
    const { apiKey } = await one.createClient({ name: 'bimbel' })
    key = { 'x-api-key': apiKey }
  })
  afterAll(async () => {
    await one.stop()
    await other.stop()
    await db.drop()
  })

  async function outcomes(query: string): Promise<unknown[]> {
    const answers = await Promise.all(
      [one, other].map((door) => door.send({ documentId: sha256(query) }, key)),
    )
    return answers.map((answer) => codeOf(answer) ?? 'ran')
  }

  test('what is registered at one runs at both, without a restart', async () => {
    await one.register('bimbel', apolloManifest({ name: 'Shelf', body: SHELF }))
    expect((await outcomes(SHELF))[0]).toBe('ran')
    await eventually(async () => expect(await outcomes(SHELF)).toEqual(['ran', 'ran']))
  })

  test('what is withdrawn at one is refused at both', async () => {
    await other.withdraw({ client: 'bimbel' })
    expect((await outcomes(SHELF))[1]).toBe('OPERATION_NOT_REGISTERED')
    await eventually(async () => {
      expect(await outcomes(SHELF)).toEqual(['OPERATION_NOT_REGISTERED', 'OPERATION_NOT_REGISTERED'])
    })
  })

  test('registrations at the same time get versions of their own', async () => {
    const manifest = apolloManifest({ name: 'People', body: PEOPLE })
    const registered = await Promise.all(
      [one, other, one, other].map((door) => door.register('bimbel', manifest)),
    )
    expect(registered.map(({ manifest: made }) => made?.version).sort()).toEqual([2, 3, 4, 5])
  })

  test('uses of both are counted together', async () => {
    await eventually(async () => expect(await outcomes(PEOPLE)).toEqual(['ran', 'ran']))
    const before = (await one.list({ client: 'bimbel' })).nodes[0]?.uses ?? 0
    for (let n = 0; n < 5; n++) await outcomes(PEOPLE)
    await eventually(async () => {
      const [{ uses } = { uses: 0 }] = (await one.list({ client: 'bimbel' })).nodes
      expect(uses - before).toBeGreaterThanOrEqual(10)
    })
  })

  test('a client that is shut out at one is shut out at both', async () => {
    await one.setActive('bimbel', false)
    await eventually(async () => {
      expect(await outcomes(PEOPLE)).toEqual(['UNAUTHENTICATED', 'UNAUTHENTICATED'])
    })
  })
})
