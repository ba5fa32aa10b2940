import { type TestDatabase, testDatabase } from '../../jest/database.ts'
import { type RegistryGateway, apolloManifest, sha256, startRegistryGateway } from './registry-gateway.ts'

const SHELF = 'query Shelf { books { title } }'

let db: TestDatabase
let door: RegistryGateway
beforeAll(async () => {
  db = await testDatabase('gateway')
  door = await startRegistryGateway(db)
  await door.createClient({ name: 'narrow', rootFields: ['Query.books', 'Query.book'], maxFields: 5 })
  await door.createClient({ name: 'wide', rootFields: ['Query.*', 'Mutation.rename', 'Subscription.*'] })
})
afterAll(async () => {
  await door.stop()
  await db.drop()
})

/** Each refusal in one line; nothing may be in force after it. */
async function refusals(client: string, manifest: string): Promise<string[]> {
  const before = (await door.list({ client })).nodes
  const { manifest: registered, errors } = await door.register(client, manifest)
  expect(registered).toBeNull()
  expect((await door.list({ client })).nodes).toEqual(before)
  return errors.map(({ operation, code, message }) => [operation, code, message].filter(Boolean).join(': '))
}

test('every problem of a manifest is told at once, by operation and reason, and nothing is registered', async () => {
  const forged = sha256('something else')
  const manifest = apolloManifest(
    { name: 'Shelf', body: SHELF },
    { name: 'Forged', body: 'query Forged { books { id } }', id: forged },
    { name: 'Unknown', body: 'query Unknown { books { nothing price } }' },
    { name: 'Broken', body: 'query Broken { books {' },
    { name: 'Mine', body: 'query Mine { me { name } }' },
    { name: 'Rename', body: 'mutation Rename { rename(id: "b1", title: "x") { id } }', type: 'mutation' },
    {
      name: 'Large',
      body: 'query Large { a: books { ...B } b: books { ...B } } fragment B on Book { id title }',
    },
    { name: 'Other', body: 'query Another { books { id } }', type: 'mutation' },
    { name: 'Two', body: 'query Two { books { id } } query Three { books { id } }' },
    { name: 'Theirs', body: 'query Theirs { books { id } }', clientName: 'wide' },
    {
      name: 'Hidden',
      body: 'query Hidden { ... on Query { ...H } } fragment H on Query { person(id: 1) { id } }',
    },
  )
  expect(await refusals('narrow', manifest)).toEqual([
    `Forged: HASH_MISMATCH: The id is not the SHA-256 of the document, which is ${sha256('query Forged { books { id } }')}.`,
    'Unknown: DOCUMENT_INVALID: Cannot query field "nothing" on type "Book".',
    'Unknown: DOCUMENT_INVALID: Cannot query field "price" on type "Book".',
    'Broken: DOCUMENT_INVALID: Syntax Error: Expected Name, found <EOF>.',
    'Mine: FIELD_NOT_ALLOWED: The client may not ask for Query.me.',
    'Rename: FIELD_NOT_ALLOWED: The client may not ask for Mutation.rename.',
    'Large: TOO_MUCH: The document asks for more than 5 fields, which is the limit of the client.',
    'Other: NAME_MISMATCH: The name of the operation in the document is "Another".',
    'Other: TYPE_MISMATCH: The type of the operation in the document is query.',
    'Two: NOT_ONE_OPERATION: A document must have exactly one operation; this one has 2.',
    'Theirs: CLIENT_MISMATCH: The manifest says that this is a document of the client wide.',
    'Hidden: FIELD_NOT_ALLOWED: The client may not ask for Query.person.',
  ])
})

test('a plain object of documents by their hash is a manifest too', async () => {
  const rename = 'mutation Rename { rename(id: "b1", title: "x") { id } }'
  const live = 'subscription Live { reviewed { stars } }'
  const manifest = { [sha256(SHELF)]: SHELF, [`sha256:${sha256(rename)}`]: rename, [sha256(live)]: live }
  expect((await door.register('wide', JSON.stringify(manifest))).errors).toEqual([])
  expect((await door.list({ client: 'wide' })).nodes.map(({ name }) => name).sort()).toEqual([
    'Live',
    'Rename',
    'Shelf',
  ])
  expect(
    await refusals('wide', JSON.stringify({ nonsense: SHELF, [sha256(SHELF)]: '{ me { id } }' })),
  ).toEqual([
    'Shelf: HASH_UNUSABLE: The id of a document must be its SHA-256 in hexadecimal.',
    `${sha256(SHELF)}: HASH_MISMATCH: The id is not the SHA-256 of the document, which is ${sha256('{ me { id } }')}.`,
  ])
})

test('what is no manifest is refused in one sentence', async () => {
  for (const text of ['', '{', '[]', '3', 'null', '{"a": 1}', '{"format": "other", "operations": []}']) {
    expect([text, ...(await refusals('wide', text))]).toEqual([
      text,
      expect.stringMatching(/^MANIFEST_UNREADABLE: This is no manifest: /),
    ])
  }
  expect(await refusals('wide', '{}')).toEqual(['MANIFEST_EMPTY: The manifest has no documents.'])
  const many = Object.fromEntries(Array.from({ length: 5_001 }, (_, n) => [`${n}`, '{ a }']))
  expect(await refusals('wide', JSON.stringify(many))).toEqual([
    'MANIFEST_TOO_LARGE: A manifest may have at most 5000 documents.',
  ])
})

test('texts that PostgreSQL cannot hold, and documents beyond the limits of the gateway, are refused', async () => {
  const nul = '{ books { title } } # \0'
  const deep = `{ books ${'{ reviews { book '.repeat(30)}{ id }${' } }'.repeat(30)} }`
  expect(await refusals('wide', JSON.stringify({ [sha256(nul)]: nul, [sha256(deep)]: deep }))).toEqual([
    expect.stringContaining(`${sha256(nul)}: DOCUMENT_UNUSABLE`),
    `${sha256(deep)}: DOCUMENT_INVALID: The operation asks for too much: the limit for depth is 40.`,
  ])
})

test('a client that nobody created has nothing registered', async () => {
  expect(await refusals('nobody', JSON.stringify({ [sha256(SHELF)]: SHELF }))).toEqual([
    'NOT_FOUND: There is no client of this name.',
  ])
})
