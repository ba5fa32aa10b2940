import { createPart, createBookshop } from '../support/bookshop.ts'
import { createCallers } from '../support/callers.ts'
import { type Door, openDoor, post } from '../support/door.ts'

type Shown = { queryPlan?: { text: string; svg: string }; apolloQueryPlan?: { object: object; text: string } }

/** Sends an operation with a wish for its plan, and gives the whole answer. */
async function request(door: Door, body: object, headers: Record<string, string> = {}) {
  const { status, body: answer } = await post(door.url, JSON.stringify(body), headers)
  return { status, ...answer, extensions: (answer as { extensions?: Shown }).extensions }
}

describe('where nobody is authenticated', () => {
  const { parts, people, books, reviews } = createBookshop()
  let door: Door
  beforeAll(async () => {
    door = await openDoor(parts, 'in process')
  })
  afterAll(() => door.stop())

  const asked = () => [people, books, reviews].map(({ requests }) => requests.length)

  /** The text of a plan, of which nothing may have been executed. */
  async function planOf(query: string, variables = {}): Promise<string> {
    const before = asked()
    const extensions = { includeQueryPlan: 'dry-run' }
    const answer = await request(door, { query, variables, extensions })
    expect(answer).toMatchObject({ status: 200, data: null })
    expect(asked()).toEqual(before)
    return answer.extensions?.queryPlan?.text ?? ''
  }

  test('a query tells its fetches in their order, with what each is given', async () => {
    expect(
      await planOf(
        'query Shelf { books { title reviews { stars author { name } } } me { id } __schema { __typename } }',
      ),
    ).toBe(`query Shelf
4 fetches from 3 subgraphs, at most 3 one after another.

├─ at the same time
│  ├─ one after another
│  │  ├─ 1. books
│  │  │     query Shelf__books__0 {
│  │  │       books {
│  │  │         __typename
│  │  │         id
│  │  │         title
│  │  │       }
│  │  │     }
│  │  │
│  │  ├─ 2. reviews, at books[]
│  │  │     given Book { __typename id }
│  │  │     query Shelf__reviews__1($representations: [_Any!]!) {
│  │  │       _entities(representations: $representations) {
│  │  │         ... on Book {
│  │  │           reviews {
│  │  │             stars
│  │  │             author {
│  │  │               __typename
│  │  │               id
│  │  │             }
│  │  │           }
│  │  │         }
│  │  │       }
│  │  │     }
│  │  │
│  │  └─ 3. people, at books[].reviews[].author
│  │        given Person { __typename id }
│  │        query Shelf__people__2($representations: [_Any!]!) {
│  │          _entities(representations: $representations) {
│  │            ... on Person {
│  │              name
│  │            }
│  │          }
│  │        }
│  │
│  └─ 4. people
│        query Shelf__people__3 {
│          me {
│            id
│          }
│        }
│
└─ the gateway itself answers what is asked about the schema
`)
  })

  test('a condition tells both of its sides', async () => {
    expect(
      await planOf('query ($with: Boolean!) { me { id reviews @include(if: $with) { stars } } }', {
        with: false,
      }),
    ).toBe(`query
2 fetches from 2 subgraphs, at most 2 one after another.

└─ one after another
   ├─ 1. people
   │     {
   │       me {
   │         __typename
   │         id
   │       }
   │     }
   │
   └─ depending on $with
      └─ if true
         └─ 2. reviews, at me
               given Person { __typename id }
               query ($representations: [_Any!]!) {
                 _entities(representations: $representations) {
                   ... on Person {
                     reviews {
                       stars
                     }
                   }
                 }
               }
`)
  })

  test('fetches that go as one say so', async () => {
    const text = await planOf('{ me { reviews { book { title } } } reviews { book { published } } }')
    expect(text.split('\n').filter((line) => /\d\.|with|fetches/.test(line))).toEqual([
      '5 fetches in 4 requests from 3 subgraphs, at most 3 one after another.',
      '   │  ├─ 1. people',
      '   │  ├─ 2. reviews, at me',
      '   │  └─ 3. books, at me.reviews[].book',
      '   │        in one request with 5',
      '      ├─ 4. reviews',
      '      └─ 5. books, at reviews[].book',
      '            in one request with 3',
    ])
  })

  test('a subscription tells what is done for each event, and does not begin', async () => {
    expect(await planOf('subscription Live { reviewed { stars book { title } } }')).toBe(`subscription Live
2 fetches from 2 subgraphs, at most 2 one after another.

├─ 1. subscribes: reviews
│     subscription Live__reviews__0 {
│       reviewed {
│         stars
│         book {
│           __typename
│           id
│         }
│       }
│     }
│
└─ for each event
   └─ 2. books, at reviewed.book
         given Book { __typename id }
         query Live__books__1($representations: [_Any!]!) {
           _entities(representations: $representations) {
             ... on Book {
               title
             }
           }
         }
`)
  })

  test('a mutation can be looked at without being made', async () => {
    expect(await planOf('mutation { rename(id: "b1", title: "Z") { id } }')).toContain(
      '1 fetch from 1 subgraph.\n',
    )
  })

  test('what needs no subgraph says so', async () => {
    expect(await planOf('{ __typename }')).toBe('query\nNo subgraph is asked.\n')
  })

  test('beside an answer, the plan of that answer', async () => {
    const { data, extensions } = await request(door, {
      query: '{ me { id } }',
      extensions: { includeQueryPlan: true },
    })
    expect(data).toEqual({ me: { id: 'p1' } })
    expect(extensions?.queryPlan?.text).toContain('1 fetch from 1 subgraph.')
  })

  test('the picture has a box for each fetch, an arrow for each step, and nothing that runs', async () => {
    const { extensions } = await request(door, {
      query: 'query Shelf { books { title } me { name reviews { stars } } }',
      extensions: { includeQueryPlan: 'dry-run' },
    })
    const svg = extensions?.queryPlan?.svg ?? ''
    const texts = (kind: string) =>
      [...svg.matchAll(new RegExp(`<text class="${kind}"[^>]*>([^<]*)</text>`, 'g'))].map(
        ([, words]) => words,
      )
    expect(texts('name')).toEqual(['1. books', '2. people', '3. reviews'])
    expect(texts('onpill')).toEqual(['query Shelf', 'the answer'])
    expect(svg.match(/marker-end/g)).toHaveLength(4)
    expect(svg).not.toMatch(/<script|<foreignObject|href=|\son\w+=/)
  })

  test('text of the client stays text in the picture', async () => {
    const { extensions } = await request(door, {
      query: 'mutation { rename(id: "b1", title: "</text><script>alert(1)</script>") { id } }',
      extensions: { includeQueryPlan: 'dry-run' },
    })
    expect(extensions?.queryPlan?.svg).toContain('&lt;/text&gt;')
    expect(extensions?.queryPlan?.svg).not.toContain('<script')
  })

  test('Apollo’s explorers ask by a header, and get the form that they draw', async () => {
    const { data, extensions } = await request(
      door,
      { query: '{ me { name reviews { stars } } }' },
      { 'apollo-expose-query-plan': 'true' },
    )
    expect(data).toEqual({ me: { name: 'Siti', reviews: [{ stars: 5 }] } })
    expect(extensions?.queryPlan).toBeUndefined()
    expect(extensions?.apolloQueryPlan?.object).toEqual({
      kind: 'QueryPlan',
      node: {
        kind: 'Sequence',
        nodes: [
          {
            kind: 'Fetch',
            serviceName: 'people',
            variableUsages: [],
            operation: '{me{__typename id name}}',
            operationKind: 'query',
          },
          {
            kind: 'Flatten',
            path: ['me'],
            node: {
              kind: 'Fetch',
              serviceName: 'reviews',
              variableUsages: [],
              requires: [
                {
                  kind: 'InlineFragment',
                  typeCondition: 'Person',
                  selections: [
                    { kind: 'Field', name: '__typename' },
                    { kind: 'Field', name: 'id' },
                  ],
                },
              ],
              operation:
                'query($representations:[_Any!]!){_entities(representations:$representations){...on Person{reviews{stars}}}}',
              operationKind: 'query',
            },
          },
        ],
      },
    })
    expect(extensions?.apolloQueryPlan?.text).toMatch(/^QueryPlan \{\n {2}Sequence \{/)
    const dry = await request(door, { query: '{ me { id } }' }, { 'apollo-expose-query-plan': 'dry-run' })
    expect(dry.data).toBeNull()
    expect(dry.extensions?.apolloQueryPlan?.text).toContain('people')
    const none = await request(door, { query: '{ me { id } }' }, { 'apollo-expose-query-plan': 'false' })
    expect(none.extensions).toBeUndefined()
  })
})

test('an operation that is split tells each of its parts', async () => {
  const shop = createPart({
    name: 'shop',
    sdl: 'type Query { item: Item } type Item @key(fields: "id") { id: ID!  price(currency: String!): Int }',
    resolvers: {},
  })
  const post = createPart({
    name: 'post',
    sdl: `type Item @key(fields: "id") {
      id: ID!  price(currency: String!): Int @external
      fee: Int @requires(fields: "price(currency: \\"USD\\")")
      feeInRupiah: Int @requires(fields: "price(currency: \\"IDR\\")") }`,
    resolvers: {},
  })
  const door = await openDoor([shop, post], 'in process')
  try {
    const { extensions } = await request(door, {
      query: '{ item { fee feeInRupiah } }',
      extensions: { includeQueryPlan: 'dry-run' },
    })
    const lines = extensions?.queryPlan?.text
      .split('\n')
      .filter((line) => /part|\d\.|fetches|given/.test(line))
    expect(lines).toEqual([
      '4 fetches from 2 subgraphs, at most 2 one after another. Split in 2: one plan would mix what its fields ask for.',
      '├─ part 1 of 2',
      '│     ├─ 1. shop',
      '│     └─ 2. post, at item',
      '│           given Item { __typename id price }',
      '└─ part 2 of 2',
      '      ├─ 3. shop',
      '      └─ 4. post, at item',
      '            given Item { __typename id price }',
    ])
  } finally {
    await door.stop()
  }
})

test('what is taken from elsewhere in the data is told, with the way to it', async () => {
  const shops = createPart({
    name: 'shops',
    sdl: `type Query { shop: Shop }
      type Shop @key(fields: "id") @context(name: "shop") { id: ID!  currency: String  item: Item }
      type Item @key(fields: "id") { id: ID!  price(in: String @fromContext(field: "$shop { currency }")): Int }`,
    resolvers: {},
  })
  const stock = createPart({
    name: 'stock',
    sdl: 'type Item @key(fields: "id") { id: ID!  left: Int }',
    resolvers: {},
  })
  const door = await openDoor([shops, stock], 'in process')
  try {
    const { extensions } = await request(door, {
      query: '{ shop { item { price left } } }',
      extensions: { includeQueryPlan: 'dry-run' },
    })
    const lines = extensions?.queryPlan?.text
      .split('\n')
      .filter((line) => /\d\.|fetches|given|taking/.test(line))
    expect(lines).toEqual([
      '3 fetches from 2 subgraphs, at most 2 one after another.',
      '   ├─ 1. shops',
      '      ├─ 2. stock, at shop.item',
      '      │     given Item { __typename id }',
      '      └─ 3. shops, at shop.item',
      '            given Item { __typename id }',
      '            taking $contextualArgument_1_0 from ../(Shop)/currency',
    ])
  } finally {
    await door.stop()
  }
})

describe('where callers are authenticated', () => {
  const { parts, people } = createBookshop()
  const query = '{ me { id } }'
  let door: Door
  let callers: Awaited<ReturnType<typeof createCallers>>
  beforeAll(async () => {
    callers = await createCallers()
    door = await openDoor(parts, 'in process', callers.options)
  })
  afterAll(() => door.stop())

  test('an admin sees plans', async () => {
    const headers = await callers.headers({ roles: ['ADMIN'] })
    const answer = await request(door, { query, extensions: { includeQueryPlan: true } }, headers)
    expect(answer.data).toEqual({ me: { id: 'p1' } })
    expect(answer.extensions?.queryPlan?.text).toContain('1 fetch from 1 subgraph.')
  })

  test('nobody else does, and nothing is executed for them', async () => {
    const tutor = await callers.headers({ roles: ['TUTOR'] })
    people.requests.length = 0
    const refusals = await Promise.all([
      request(door, { query, extensions: { includeQueryPlan: true } }, tutor),
      request(door, { query, extensions: { includeQueryPlan: 'dry-run' } }),
      request(door, { query }, { ...tutor, 'apollo-expose-query-plan': 'dry-run' }),
    ])
    expect(
      refusals.map(({ errors }) => errors?.map(({ extensions: { code }, message }) => [code, message])),
    ).toEqual([
      [['FORBIDDEN', 'The plan of an operation is for admins.']],
      [['UNAUTHENTICATED', 'The plan of an operation is for admins. Sign in as one.']],
      [['FORBIDDEN', 'The plan of an operation is for admins.']],
    ])
    expect(people.requests).toHaveLength(0)
  })

  test('an explorer that sends its header with everything gets its answer, without a plan', async () => {
    const answer = await request(door, { query }, { 'apollo-query-plan-experimental': '1' })
    expect([answer.data, answer.extensions]).toEqual([{ me: { id: 'p1' } }, undefined])
  })
})

test('without introspection nobody is shown a plan, for it tells of the schema', async () => {
  const door = await openDoor(createBookshop().parts, 'in process', { introspection: false })
  try {
    const { errors } = await request(door, { query: '{ me { id } }', extensions: { includeQueryPlan: true } })
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN'])
  } finally {
    await door.stop()
  }
})
