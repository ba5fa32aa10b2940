import { type Graph, openGraph } from '../support/graph.ts'

type Reference = Record<string, unknown>

/** Keys with lists, with null in them, of which only some can be resolved, and that are each other's. */
let graph: Graph

const PLAYLISTS = [
  { tracks: [{ id: 't1' }, { id: 't2' }], owner: null, name: 'Pagi' },
  { tracks: [], owner: { id: 'u1' }, name: 'Malam' },
]

beforeAll(async () => {
  graph = await openGraph({
    music: {
      sdl: `
        type Query { playlists: [Playlist!]!  track: Track  album: Album  node(id: ID!): Node }
        type Playlist @key(fields: "tracks { id } owner { id }") { tracks: [Track!]!  owner: Owner  name: String }
        type Owner { id: ID! }
        type Track @key(fields: "id") @key(fields: "isrc") { id: ID!  isrc: String }
        type Album @key(fields: "upc") @key(fields: "id", resolvable: false) { upc: ID!  id: ID! }
        interface Node { id: ID! }
        type Song implements Node @key(fields: "id") { id: ID!  text: String }
        type Jingle implements Node @key(fields: "id") { id: ID! }`,
      resolvers: {
        Query: {
          playlists: () => PLAYLISTS,
          track: () => ({ id: 't1', isrc: null }),
          album: () => ({ upc: 'u', id: 'a' }),
          node: (_: unknown, { id }: { id: string }) => ({ __typename: id === 's' ? 'Song' : 'Jingle', id }),
        },
        Track: {
          __resolveReference: ({ id }: Reference) => ({ id, isrc: id === 't1' ? null : `i-${String(id)}` }),
        },
        Album: { __resolveReference: ({ upc }: Reference) => ({ upc, id: 'a' }) },
        Song: { __resolveReference: ({ id }: Reference) => ({ id, text: 'la' }) },
        Jingle: { __resolveReference: (reference: Reference) => reference },
      },
    },
    stats: {
      sdl: `
        type Playlist @key(fields: "tracks { id } owner { id }") { tracks: [Track!]! @external  owner: Owner @external  plays: Int }
        type Owner { id: ID! @external }
        type Track @key(fields: "id") { id: ID!  plays: Int }
        type Album @key(fields: "id") { id: ID!  plays: Int  tracks: [Track] }
        type Song @key(fields: "id") { id: ID!  plays: Int }`,
      resolvers: {
        Playlist: {
          __resolveReference: (reference: Reference) => reference,
          plays: ({ tracks, owner }: { tracks: unknown[]; owner: unknown }) =>
            tracks.length * 10 + (owner ? 1 : 0),
        },
        Track: { __resolveReference: (reference: Reference) => reference, plays: () => 5 },
        Album: {
          __resolveReference: (reference: Reference) => reference,
          plays: () => 7,
          tracks: () => [{ id: 't2' }, null],
        },
        Song: { __resolveReference: (reference: Reference) => reference, plays: () => 9 },
      },
    },
    rights: {
      sdl: `type Track @key(fields: "isrc") { isrc: String  owner: String }`,
      resolvers: {
        Track: {
          __resolveReference: (reference: Reference) => reference,
          owner: ({ isrc }: Reference) => `owner of ${String(isrc)}`,
        },
      },
    },
  })
})
afterAll(() => graph.stop())

test('a list in a key, and null in it', async () => {
  expect(await graph.ask('{ playlists { name plays } }')).toEqual({
    data: {
      playlists: [
        { name: 'Pagi', plays: 20 },
        { name: 'Malam', plays: 1 },
      ],
    },
    fetches: { music: 1, stats: 1 },
  })
  expect(graph.asked[1]).toBe(
    'stats { ... on Playlist { plays } } of Playlist {"tracks":[{"id":"t1"},{"id":"t2"}],"owner":null}, Playlist {"tracks":[],"owner":{"id":"u1"}}',
  )
})

test('a key that is null is told as it is: what that means is its subgraph’s affair', async () => {
  expect(await graph.ask('{ track { owner } }')).toEqual({
    data: { track: { owner: 'owner of null' } },
    fetches: { music: 1, rights: 1 },
  })
})

test('a key that cannot be resolved is good for going elsewhere, not for coming back', async () => {
  expect(await graph.ask('{ album { plays upc } }')).toEqual({
    data: { album: { plays: 7, upc: 'u' } },
    fetches: { music: 1, stats: 1 },
  })
})

test('from one key to another, over the subgraph that has both', async () => {
  expect(await graph.ask('{ album { tracks { owner plays } } }')).toEqual({
    data: { album: { tracks: [{ owner: 'owner of i-t2', plays: 5 }, null] } },
    fetches: { music: 2, stats: 1, rights: 1 },
  })
  expect(graph.asked).toEqual([
    'music { album { __typename id } }',
    'stats { ... on Album { tracks { __typename id plays } } } of Album {"id":"a"}',
    'music { ... on Track { isrc } } of Track {"id":"t2"}',
    'rights { ... on Track { owner } } of Track {"isrc":"i-t2"}',
  ])
})

test('an interface whose types are entities elsewhere, or are not', async () => {
  const query = 'query ($id: ID!) { node(id: $id) { id ... on Song { plays text } __typename } }'
  expect(await graph.ask(query, { id: 's' })).toEqual({
    data: { node: { id: 's', plays: 9, text: null, __typename: 'Song' } },
    fetches: { music: 1, stats: 1 },
  })
  expect(await graph.ask(query, { id: 'j' })).toEqual({
    data: { node: { id: 'j', __typename: 'Jingle' } },
    fetches: { music: 1 },
  })
})
