import { type Callers, createCallers } from '../support/callers.ts'
import { until } from '../support/door.ts'
import { type Fetched, type Graph, openGraph } from '../support/graph.ts'

let callers: Callers
let graph: Graph
let anonymous: (query: string, variables?: Record<string, unknown>) => Promise<Fetched>
let signedIn: typeof anonymous
let withScopes: (scope: string, query: string) => Promise<Fetched>

const USER = { id: '1', name: 'Siti', email: 'siti@demo', plan: 'GOLD', ssn: '31-01', card: '4111' }
const POSTS = [
  { __typename: 'PublicPost', id: 'a', title: 'Open', body: 'for all', views: 5 },
  { __typename: 'PrivatePost', id: 'b', title: 'Closed', body: 'for some', secret: 'psst' },
]
const written: string[] = []
let events: ((event: unknown) => void)[] = []

beforeAll(async () => {
  callers = await createCallers()
  graph = await openGraph(
    {
      users: {
        sdl: `
          type Query {
            me: User @authenticated
            user: User
            users: [User!]!
            open: String
            admin: Admin
            vault: [[Coin]]
            must: String! @authenticated
            posts: [Post]
            firm: [Post!]!
            found: [Found]
            many: [[User!]!]!
            node: Node
          }
          type Mutation {
            rename: User @requiresScopes(scopes: [["user:write"]])
            note(text: String!): User
          }
          type Subscription { closed: User @authenticated  opened: User }
          type User implements Node @key(fields: "id") {
            id: ID! @requiresScopes(scopes: [["user:id"]])
            name: String
            email: String @authenticated
            plan: Plan
            ssn: Ssn
            card: String! @requiresScopes(scopes: [["card:read", "pii"], ["root"]])
            salary: Int @policy(policies: [["ADMIN"], ["role:TUTOR"]])
            bonus: Int @policy(policies: [["works-here", "not-on-leave"]])
            mystery: Int @policy(policies: [["nobody-decides-this"]])
            broken: Int @policy(policies: [["decision-fails"]])
            manager: User
          }
          enum Plan @authenticated { GOLD }
          scalar Ssn @requiresScopes(scopes: [["pii"]])
          scalar Coin @authenticated
          type Admin @authenticated { level: Int }
          interface Node { name: String }
          interface Post { id: ID!  title: String  body: String }
          type PublicPost implements Post { id: ID!  title: String  body: String  views: Int  author: User }
          type PrivatePost implements Post @authenticated { id: ID!  title: String  body: String  secret: String }
          type Page implements Described { url: String  about: String @authenticated }
          type Site implements Described { about: String }
          interface Described { about: String }
          union Found = PublicPost | PrivatePost | Page | Site`,
        resolvers: {
          Query: {
            me: () => USER,
            user: () => USER,
            users: () => [USER, { ...USER, name: 'Budi' }],
            open: () => 'yes',
            admin: () => ({ level: 9 }),
            vault: () => [['c1'], ['c2']],
            must: () => 'must',
            posts: () => POSTS,
            firm: () => POSTS,
            found: () => [
              ...POSTS,
              { __typename: 'Page', url: '/', about: 'page' },
              { __typename: 'Site', about: 'site' },
            ],
            many: () => [[USER], [USER]],
            node: () => ({ __typename: 'User', ...USER }),
          },
          Mutation: {
            rename: () => written.push('rename') && USER,
            note: (_: unknown, { text }: { text: string }) => written.push(text) && USER,
          },
          Subscription: Object.fromEntries(
            ['closed', 'opened'].map((name) => [
              name,
              {
                async *subscribe() {
                  const waiting: unknown[] = []
                  let wake = () => {}
                  events.push((event) => (waiting.push(event), wake()))
                  while (true) {
                    if (waiting.length === 0) await new Promise<void>((resolve) => (wake = resolve))
                    yield waiting.shift()
                  }
                },
                resolve: (event: unknown) => event,
              },
            ]),
          ),
          User: {
            salary: () => 100,
            bonus: () => 10,
            mystery: () => 1,
            broken: () => 1,
            manager: () => ({ ...USER, name: 'Ayu' }),
            __resolveReference: () => USER,
          },
          PublicPost: { author: () => USER },
          Post: { __resolveType: ({ __typename }: { __typename: string }) => __typename },
          Found: { __resolveType: ({ __typename }: { __typename: string }) => __typename },
        },
      },
      health: {
        sdl: `
          type User @key(fields: "id") {
            id: ID!
            email: String @external
            weight: Int @authenticated
            greeting: String @requires(fields: "email") @authenticated
            shoe: Int
          }`,
        resolvers: {
          User: {
            __resolveReference: (reference: object) => reference,
            weight: () => 60,
            shoe: () => 42,
            greeting: ({ email }: { email: string }) => `Hello ${email}`,
          },
        },
      },
    },
    'in process',
    {
      ...callers.options,
      policies: {
        'works-here': async (viewer) => viewer?.userId === 'u1',
        'not-on-leave': (viewer) => viewer !== null,
        'decision-fails': () => {
          throw new Error('out of order')
        },
      },
    },
  )
  anonymous = (query, variables) => graph.ask(query, variables)
  signedIn = async (query, variables) => graph.ask(query, variables, await callers.headers())
  withScopes = async (scope, query) => graph.ask(query, {}, await callers.headers({ scope }))
})

afterAll(() => graph.stop())

/** Where something was refused, in order. */
function refusals({ errors = [] }: Fetched): unknown[] {
  return errors.map(({ message, path, extensions: { code } }) => {
    expect([message, code]).toEqual(['Unauthorized field or type', 'UNAUTHORIZED_FIELD_OR_TYPE'])
    return path
  })
}

describe('what a caller may not see', () => {
  test('is null, with a coded error for its path, and the rest comes', async () => {
    const answer = await anonymous('{ me { name } open user { name email } }')
    expect(answer.data).toEqual({ me: null, open: 'yes', user: { name: 'Siti', email: null } })
    expect(refusals(answer)).toEqual([['me'], ['user', 'email']])
  })

  test('is there for who may', async () => {
    const answer = await signedIn('{ me { name } open user { name email } }')
    expect(answer).toMatchObject({
      data: { me: { name: 'Siti' }, open: 'yes', user: { name: 'Siti', email: 'siti@demo' } },
    })
    expect(answer.errors).toBeUndefined()
  })

  test('is not fetched: nobody is asked for it', async () => {
    expect((await anonymous('{ user { name weight } }')).fetches).toEqual({ users: 1 })
    expect((await signedIn('{ user { name weight } }')).fetches).toEqual({ users: 1, health: 1 })
  })

  test('where nothing is left, there is no data, and nobody is asked', async () => {
    const answer = await anonymous('{ me { name } admin { level } }')
    expect(answer.data).toBeNull()
    expect(refusals(answer)).toEqual([['me'], ['admin']])
    expect(answer.fetches).toEqual({})
  })

  test('takes the place of a non-null field up to the next that may be null', async () => {
    const answer = await anonymous('{ open user { name card } }')
    expect(answer.data).toEqual({ open: 'yes', user: null })
    expect(refusals(answer)).toEqual([['user', 'card']])
    expect((await anonymous('{ open must }')).data).toBeNull()
  })

  test('is told for each place in lists, and in lists of lists', async () => {
    const answer = await anonymous('{ users { name email } many { email } vault }')
    expect(answer.data).toEqual({
      users: [
        { name: 'Siti', email: null },
        { name: 'Budi', email: null },
      ],
      many: [[{ email: null }], [{ email: null }]],
      vault: null,
    })
    expect(refusals(answer)).toEqual([
      ['users', 0, 'email'],
      ['users', 1, 'email'],
      ['many', 0, 0, 'email'],
      ['many', 1, 0, 'email'],
      ['vault'],
    ])
  })

  test('whose existence may be told is asked for no more than that', async () => {
    const answer = await anonymous('{ user { email } open }')
    expect(answer.data).toEqual({ user: { email: null }, open: 'yes' })
  })

  test('may be a type: objects, enums and scalars, wherever they are given', async () => {
    const answer = await anonymous('{ user { name plan ssn } admin { level __typename } open }')
    expect(answer.data).toEqual({ user: { name: 'Siti', plan: null, ssn: null }, admin: null, open: 'yes' })
    expect(refusals(answer)).toEqual([['user', 'plan'], ['user', 'ssn'], ['admin']])
    expect((await withScopes('pii', '{ user { plan ssn } }')).data).toEqual({
      user: { plan: 'GOLD', ssn: '31-01' },
    })
  })

  test('is not told of when it is skipped', async () => {
    const query = 'query ($wanted: Boolean!) { open user { name email @include(if: $wanted) } }'
    expect(await anonymous(query, { wanted: false })).toMatchObject({ data: { user: { name: 'Siti' } } })
    expect((await anonymous(query, { wanted: false })).errors).toBeUndefined()
    expect(refusals(await anonymous(query, { wanted: true }))).toEqual([['user', 'email']])
    expect((await anonymous('{ me @skip(if: true) { name } }')).data).toEqual({})
  })
})

describe('scopes, policies and roles', () => {
  test.each([
    ['', false],
    ['card:read', false],
    ['pii', false],
    ['pii card:read', true],
    ['root', true],
    ['rooted', false],
  ])('the scopes "%s" show the card: %s', async (scope, shown) => {
    const { data } = await withScopes(scope, '{ user { name card } }')
    expect(data).toEqual({ user: shown ? { name: 'Siti', card: '4111' } : null })
  })

  test('a policy is met by the role of its name, by what decides it, or by nobody', async () => {
    const query = '{ user { salary bonus mystery broken } }'
    const asked = async (who: Parameters<Callers['headers']>[0]) =>
      (await graph.ask(query, {}, await callers.headers(who))).data?.user
    const nothing = { salary: null, bonus: null, mystery: null, broken: null }
    expect((await anonymous(`{ open ${query.slice(1)}`)).data?.user).toEqual(nothing)
    expect(await asked({ id: 'u2' })).toEqual(nothing)
    expect(await asked({ id: 'u2', roles: ['ADMIN'] })).toEqual({ ...nothing, salary: 100 })
    expect(await asked({ id: 'u2', roles: ['STUDENT', 'TUTOR'] })).toEqual({ ...nothing, salary: 100 })
    expect(await asked({ id: 'u1' })).toEqual({ ...nothing, bonus: 10 })
  })

  test('without keys nobody can sign in, and everyone is refused', async () => {
    const open = await openGraph({
      a: {
        sdl: 'type Query { shown: Int  hidden: Int @authenticated }',
        resolvers: { Query: { shown: () => 1, hidden: () => 2 } },
      },
    })
    try {
      const answer = await open.ask('{ shown hidden }', {}, await callers.headers({ roles: ['ADMIN'] }))
      expect(answer.data).toEqual({ shown: 1, hidden: null })
      expect(refusals(answer)).toEqual([['hidden']])
    } finally {
      await open.stop()
    }
  })
})

describe('ways around', () => {
  test.each([
    ['an alias', '{ open user { name: email } }', { name: null }, [['user', 'name']]],
    [
      'an alias that is a name which the plan reads',
      '{ open user { id: email } }',
      { id: null },
      [['user', 'id']],
    ],
    [
      'a fragment',
      '{ open ...A } fragment A on Query { user { ...B } } fragment B on User { email }',
      { email: null },
      [['user', 'email']],
    ],
    ['a fragment without a type', '{ open user { ... { email } } }', { email: null }, [['user', 'email']]],
    [
      'another object',
      '{ open user { manager { email } } }',
      { manager: { email: null } },
      [['user', 'manager', 'email']],
    ],
    [
      'asking twice',
      '{ open user { email name } user { email } }',
      { email: null, name: 'Siti' },
      [['user', 'email']],
    ],
    ['a key, which the plan itself fetches', '{ open user { shoe id } }', null, [['user', 'id']]],
    [
      'a variable',
      'query ($yes: Boolean = true) { open user { email @include(if: $yes) } }',
      { email: null },
      [['user', 'email']],
    ],
  ])('%s', async (_, query, user, paths) => {
    const answer = await anonymous(query)
    expect(answer.data).toEqual({ open: 'yes', user })
    expect(refusals(answer)).toEqual(paths)
  })

  test('what a field requires is read for it, and shown to who may see that field alone', async () => {
    expect((await signedIn('{ user { greeting } }')).data).toEqual({ user: { greeting: 'Hello siti@demo' } })
    expect((await anonymous('{ open user { greeting } }')).data).toEqual({
      open: 'yes',
      user: { greeting: null },
    })
  })

  test('an entity is no field of the graph', async () => {
    const { errors } = await anonymous(
      '{ _entities(representations: [{ __typename: "User", id: 1 }]) { __typename } }',
    )
    expect(errors?.[0]?.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED')
  })

  test('two callers in turn, the same document: neither gets what is the other’s', async () => {
    const query = '{ open user { name email card } }'
    for (let turn = 0; turn < 3; turn++) {
      expect((await anonymous(query)).data).toEqual({ open: 'yes', user: null })
      expect((await withScopes('root', query)).data?.user).toEqual({
        name: 'Siti',
        email: 'siti@demo',
        card: '4111',
      })
      expect((await signedIn(query)).data).toEqual({ open: 'yes', user: null })
    }
  })

  test('two callers at once', async () => {
    const query = '{ open user { name email } }'
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, turn) => (turn % 2 === 0 ? anonymous(query) : signedIn(query))),
    )
    expect(answers.map(({ data }) => (data?.user as { email: string }).email)).toEqual(
      answers.map((_, turn) => (turn % 2 === 0 ? null : 'siti@demo')),
    )
  })
})

describe('interfaces and unions', () => {
  test('the fields of an interface, of which one implementation is protected, are refused whole', async () => {
    const answer = await anonymous('{ open posts { id title } }')
    expect(answer.data).toEqual({ open: 'yes', posts: null })
    expect(refusals(answer)).toEqual([['posts']])
    expect(answer.fetches).toEqual({ users: 1 })
    expect((await signedIn('{ posts { title } }')).data).toEqual({
      posts: [{ title: 'Open' }, { title: 'Closed' }],
    })
  })

  test.each([
    ['a fragment on the interface', '{ open posts { ... on Post { title } } }'],
    ['a fragment in a fragment', '{ open posts { ... { ...P } } } fragment P on Post { body }'],
    ['beside what is allowed', '{ open posts { ... on PublicPost { title } id } }'],
  ])('also by %s', async (_, query) => {
    const answer = await anonymous(query)
    expect(answer.data).toEqual({ open: 'yes', posts: null })
    expect(refusals(answer)).toEqual([['posts']])
  })

  test('each implementation by its own fragment: what is protected is left out', async () => {
    const query =
      '{ posts { __typename ... on PublicPost { title views } ... on PrivatePost { title secret } } }'
    const answer = await anonymous(query)
    expect(answer.data).toEqual({
      posts: [{ __typename: 'PublicPost', title: 'Open', views: 5 }, { __typename: 'PrivatePost' }],
    })
    expect(refusals(answer)).toEqual([['posts', 1]])
    expect((await signedIn(query)).data?.posts).toEqual([
      { __typename: 'PublicPost', title: 'Open', views: 5 },
      { __typename: 'PrivatePost', title: 'Closed', secret: 'psst' },
    ])
  })

  test('the rest of a list comes even where its items must not be null', async () => {
    const answer = await anonymous(
      '{ firm { ... on PublicPost { id author { name email } } ... on PrivatePost { id } } }',
    )
    expect(answer.data).toEqual({ firm: [{ id: 'a', author: { name: 'Siti', email: null } }, {}] })
    expect(refusals(answer)).toEqual([
      ['firm', 0, 'author', 'email'],
      ['firm', 1],
    ])
  })

  test('a fragment on an interface within one on an allowed type meets that type alone', async () => {
    expect(await anonymous('{ posts { ... on PublicPost { ... on Post { title } } } }')).toMatchObject({
      data: { posts: [{ title: 'Open' }, {}] },
    })
  })

  test('a union, by the types that can turn up', async () => {
    const answer = await anonymous(
      '{ found { ... on Page { url about } ... on Site { about } ... on PrivatePost { secret } } }',
    )
    expect(answer.data).toEqual({ found: [{}, {}, { url: '/', about: null }, { about: 'site' }] })
    expect(refusals(answer)).toEqual([
      ['found', 1],
      ['found', 2, 'about'],
    ])
  })

  test('a union, by an interface of its members', async () => {
    const byType = await anonymous('{ open found { ... on Post { title } } }')
    expect(byType.data).toEqual({ open: 'yes', found: null })
    const byField = await anonymous('{ found { ... on Described { about } } }')
    expect(byField.data).toEqual({ found: [{}, {}, { about: null }, { about: null }] })
    expect(JSON.stringify(byField.data)).not.toContain('site')
  })

  test('an interface’s field, of which one implementation is protected', async () => {
    expect((await anonymous('{ node { name ... on User { email } } }')).data).toEqual({
      node: { name: 'Siti', email: null },
    })
  })

  test('__typename alone tells no more than the schema', async () => {
    expect((await anonymous('{ posts { __typename } found { __typename } }')).errors).toBeUndefined()
  })

  test('introspection shows the whole schema, and not what is required', async () => {
    const { data, errors } = await anonymous(
      '{ __schema { directives { name } } __type(name: "User") { fields { name } } me { name } }',
    )
    expect(JSON.stringify(data?.__type)).toContain('"email"')
    expect(JSON.stringify(data?.__schema)).not.toContain('authenticated')
    expect(errors?.map(({ path }) => path)).toEqual([['me']])
  })
})

describe('mutations', () => {
  test('one that is refused is not made; the others are', async () => {
    written.length = 0
    const answer = await anonymous('mutation { rename { name } note(text: "made") { name email } }')
    expect(answer.data).toEqual({ rename: null, note: { name: 'Siti', email: null } })
    expect(refusals(answer)).toEqual([['rename'], ['note', 'email']])
    expect(written).toEqual(['made'])
  })

  test('one whose result may not be seen is made all the same', async () => {
    written.length = 0
    expect((await anonymous('mutation { note(text: "unseen") { email } }')).data).toEqual({
      note: { email: null },
    })
    expect(written).toEqual(['unseen'])
  })
})

describe('subscriptions', () => {
  test('one that is refused never begins', async () => {
    events = []
    const results = graph.door.client().iterate({ query: 'subscription { closed { name } }' })
    await expect(results.next()).rejects.toMatchObject([
      { path: ['closed'], extensions: { code: 'UNAUTHORIZED_FIELD_OR_TYPE' } },
    ])
    expect(events).toEqual([])
  })

  test('what may not be seen of an event is null', async () => {
    events = []
    const results = graph.door
      .client()
      .iterate({ query: 'subscription { opened { name email weight shoe } }' })
    const first = results.next()
    await until(() => events.length === 1)
    events[0]?.(USER)
    const { value } = (await first) as { value: Fetched }
    expect(value.data).toEqual({ opened: { name: 'Siti', email: null, weight: null, shoe: 42 } })
    expect(refusals(value)).toEqual([
      ['opened', 'email'],
      ['opened', 'weight'],
    ])
    await results.return?.()
  })
})
