import { type TestDatabase, testDatabase } from '../../jest/database.ts'
import { eventually } from '../../jest/eventually.ts'
import { type RegistryGateway, codeOf, sha256, startRegistryGateway } from './registry-gateway.ts'

const SHELF = 'query Shelf { books { title } }'
const shelf = { data: { books: [{ title: 'Laskar Pelangi' }, { title: 'Bumi Manusia' }] } }

function named(query: string, sha256Hash = sha256(query)) {
  return { extensions: { persistedQuery: { version: 1, sha256Hash } } }
}

describe.each(['a database', 'memory alone'] as const)(
  'a document that comes with its hash, in %s',
  (kept) => {
    let db: TestDatabase | undefined
    let door: RegistryGateway
    beforeAll(async () => {
      db = kept === 'a database' ? await testDatabase('gateway') : undefined
      door = await startRegistryGateway(db)
    })
    afterAll(async () => {
      await door.stop()
      await db?.drop()
    })

    test('is asked for by the hash alone from then on, as clients of Apollo do it', async () => {
      const unknown = await door.send(named(SHELF))
      expect(unknown.body.errors).toEqual([
        {
          message: 'PersistedQueryNotFound',
          extensions: { code: 'PERSISTED_QUERY_NOT_FOUND', traceId: expect.any(String) },
        },
      ])
      expect(unknown.status).toBe(200)
      expect((await door.send({ query: SHELF, ...named(SHELF) })).body).toEqual(shelf)
      expect((await door.send(named(SHELF))).body).toEqual(shelf)
      expect((await door.send({ documentId: `sha256:${sha256(SHELF).toUpperCase()}` })).body).toEqual(shelf)
      expect((await door.get({ extensions: JSON.stringify(named(SHELF).extensions) })).body).toEqual(shelf)
    })

    test('is refused with a hash that is not its own, and not kept', async () => {
      const other = '{ me { name } }'
      const forged = named(SHELF, sha256(other))
      expect(codeOf(await door.send({ query: SHELF, ...forged }))).toBe('PERSISTED_QUERY_HASH_MISMATCH')
      expect(codeOf(await door.send(forged))).toBe('PERSISTED_QUERY_NOT_FOUND')
    })

    test('is not kept unless it is valid', async () => {
      for (const query of ['{ nothing }', '{', 'query ($id: ID!) { book(id: $id) { title } }']) {
        expect((await door.send({ query, ...named(query) })).body.errors).toHaveLength(1)
        expect(codeOf(await door.send(named(query)))).toBe('PERSISTED_QUERY_NOT_FOUND')
      }
    })

    test('has a hash, and nothing else, for its id', async () => {
      for (const documentId of ['x', '../secret', `md5:${sha256(SHELF)}`, `${sha256(SHELF)}0`]) {
        expect(codeOf(await door.send({ documentId }))).toBe('BAD_REQUEST')
      }
      const { status, body } = await door.send({
        extensions: { persistedQuery: { version: 2, sha256Hash: 'x' } },
      })
      expect([status, body.errors?.[0]?.extensions.code]).toEqual([400, 'BAD_REQUEST'])
    })

    test('is not taken for a key that nobody has', async () => {
      const answer = await door.send({ query: SHELF }, { 'x-api-key': 'simpul_bimbel_x' })
      expect([answer.status, codeOf(answer)]).toEqual([401, 'UNAUTHENTICATED'])
    })
  },
)

describe('documents in PostgreSQL', () => {
  let db: TestDatabase
  beforeEach(async () => {
    db = await testDatabase('gateway')
  })
  afterEach(() => db.drop())

  async function kept(): Promise<{ document: string; reused: boolean }[]> {
    const { rows } = await db.database.pool.query(
      'SELECT document, reused FROM automatic_document ORDER BY document',
    )
    return rows
  }

  test('are known after a restart, and to the gateway beside it', async () => {
    const first = await startRegistryGateway(db)
    const beside = await startRegistryGateway(db)
    await first.send({ query: SHELF, ...named(SHELF) })
    await eventually(async () => expect((await beside.send(named(SHELF))).body).toEqual(shelf))
    await first.stop()
    const again = await startRegistryGateway(db)
    expect((await again.send(named(SHELF))).body).toEqual(shelf)
    await again.stop()
    await beside.stop()
    expect(await kept()).toEqual([{ document: SHELF, reused: true }])
  })

  test('do not keep others out when PostgreSQL cannot hold their text', async () => {
    const door = await startRegistryGateway(db)
    const unstorable = '{ me { name } } # \0'
    expect((await door.send({ query: unstorable, ...named(unstorable) })).status).toBe(200)
    expect((await door.send(named(unstorable))).body).toEqual({ data: { me: { name: 'Siti' } } })
    await door.send({ query: SHELF, ...named(SHELF) })
    await door.stop()
    expect(await kept()).toEqual([{ document: SHELF, reused: false }])
  })

  test('are written at the stop that comes before their time', async () => {
    const door = await startRegistryGateway(db)
    await door.send({ query: SHELF, ...named(SHELF) })
    await door.stop()
    expect(await kept()).toEqual([{ document: SHELF, reused: false }])
  })

  test('do not grow with a flood, which pushes out none that is in use', async () => {
    const old = '2026-01-01T00:00:00Z'
    // The table is full: of what nobody ever asked for again, but for one.
    await db.database.pool.query(
      `INSERT INTO automatic_document (hash, document, reused, last_used_at)
       SELECT lpad(n::text, 64, '0'), '{ n' || n || ' }', n = 1, now() - interval '1 day' FROM generate_series(1, 10000) AS n`,
    )
    await db.database.pool.query('UPDATE automatic_document SET last_used_at = $1 WHERE hash LIKE $2', [
      old,
      '%02',
    ])
    const door = await startRegistryGateway(db)
    const flood = Array.from({ length: 300 }, (_, n) => `{ books { n${n}: title } }`)
    await Promise.all(flood.map((query) => door.send({ query, ...named(query) })))
    expect((await door.send(named(flood[299] ?? ''))).body.errors).toBeUndefined()
    await door.stop()
    const { rows } = await db.database.pool.query<{ all: number; first: number; flood: number; old: number }>(
      `SELECT count(*)::int AS all, count(*) FILTER (WHERE document = '{ n1 }')::int AS first,
              count(*) FILTER (WHERE document LIKE '%books%')::int AS flood,
              count(*) FILTER (WHERE last_used_at = '${old}')::int AS old FROM automatic_document`,
    )
    expect(rows[0]?.all).toBeLessThanOrEqual(10_000)
    expect(rows[0]).toMatchObject({ first: 1, old: 0 })
    expect(rows[0]?.flood).toBeGreaterThan(0)
  })

  test('are done without while the database is away', async () => {
    const door = await startRegistryGateway(db)
    await door.send({ query: SHELF, ...named(SHELF) })
    await db.database.pool.query('ALTER TABLE automatic_document RENAME TO gone')
    expect((await door.send(named(SHELF))).body).toEqual(shelf)
    expect(codeOf(await door.send(named('{ me { name } }')))).toBe('PERSISTED_QUERY_NOT_FOUND')
    expect((await door.send({ query: '{ me { name } }', ...named('{ me { name } }') })).status).toBe(200)
    await door.stop()
  })
})
