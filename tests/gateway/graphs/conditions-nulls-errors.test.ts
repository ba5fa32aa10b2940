import { GraphQLError } from 'graphql'
import { type Graph, openGraph } from '../support/graph.ts'

let graph: Graph

type Id = { id: string }

beforeAll(async () => {
  graph = await openGraph({
    rooms: {
      sdl: `
        type Query { rooms: [Room!]!  room: Room  strict: Strict }
        type Room @key(fields: "id") { id: ID!  name: String  seats: [Seat!]  guests: [Person] }
        type Seat { number: Int!  taken: Person }
        type Person @key(fields: "id") { id: ID! }
        type Strict @key(fields: "id") { id: ID! }`,
      resolvers: {
        Query: {
          rooms: () => [
            {
              id: '1',
              name: 'Aula',
              seats: [
                { number: 1, taken: { id: 'p1' } },
                { number: 2, taken: { id: 'bad' } },
              ],
              guests: [{ id: 'bad' }, { id: 'p1' }],
            },
            { id: '2', name: null, seats: [{ number: 3, taken: { id: 'bad' } }], guests: [null] },
          ],
          room: () => ({ id: '1', name: 'Aula', seats: [], guests: [{ id: 'p1' }] }),
          strict: () => ({ id: 's' }),
        },
        Room: { __resolveReference: (reference: Id) => reference },
      },
    },
    people: {
      sdl: `
        type Person @key(fields: "id") { id: ID!  name: String  email: String!  friend: Person }
        type Strict @key(fields: "id") { id: ID!  must: Inner }
        type Inner { value: Int! }`,
      resolvers: {
        Person: {
          __resolveReference: (reference: Id) => reference,
          name({ id }: Id) {
            if (id === 'bad') throw new GraphQLError('No name.', { extensions: { code: 'FORBIDDEN' } })
            return 'Siti'
          },
          email({ id }: Id) {
            if (id === 'bad') throw new GraphQLError('No mail.', { extensions: { code: 'FORBIDDEN' } })
            return 'siti@example.org'
          },
          friend: () => ({ id: 'p1' }),
        },
        Strict: { __resolveReference: (reference: Id) => reference, must: () => ({ value: null }) },
      },
    },
  })
})

afterAll(() => graph.stop())

describe('@skip and @include', () => {
  const query = `query ($people: Boolean!, $seats: Boolean = false, $name: Boolean! = true) {
    room {
      id @skip(if: $people)
      name @include(if: $name)
      seats @include(if: $seats) { number }
      guests @include(if: $people) { ... on Person @include(if: $people) { name } ...Mail @skip(if: $seats) }
    }
  }
  fragment Mail on Person { email @include(if: true) id @skip(if: true) }`

  test.each([
    [{ people: false }, { id: '1', name: 'Aula' }, { rooms: 1 }],
    [
      { people: true },
      { name: 'Aula', guests: [{ name: 'Siti', email: 'siti@example.org' }] },
      { rooms: 1, people: 1 },
    ],
    [
      { people: true, seats: true, name: false },
      { seats: [], guests: [{ name: 'Siti' }] },
      { rooms: 1, people: 1 },
    ],
  ])('with %j', async (variables, room, fetches) => {
    expect(await graph.ask(query, variables)).toEqual({ data: { room }, fetches })
  })

  test('by null, which is neither', async () => {
    const { data, errors } = await graph.ask(query, { people: true, seats: null })
    expect(data).toBeUndefined()
    expect(errors?.map(({ message }) => message)).toEqual([
      'Variable "$seats" decides a condition and must not be null.',
    ])
  })

  test('of everything, and no subgraph is asked', async () => {
    expect(await graph.ask('{ room @skip(if: true) { id } }')).toEqual({ data: {}, fetches: {} })
  })
})

describe('an error of an entity', () => {
  test('stands at each place that shows the entity, by its index', async () => {
    const { data, errors, fetches } = await graph.ask('{ rooms { seats { taken { who: name } } } }')
    expect(data).toEqual({
      rooms: [
        { seats: [{ taken: { who: 'Siti' } }, { taken: { who: null } }] },
        { seats: [{ taken: { who: null } }] },
      ],
    })
    expect(errors?.map(({ message, path }) => [message, path])).toEqual([
      ['No name.', ['rooms', 0, 'seats', 1, 'taken', 'who']],
      ['No name.', ['rooms', 1, 'seats', 0, 'taken', 'who']],
    ])
    expect(fetches).toEqual({ rooms: 1, people: 1 })
  })

  test('of a field that cannot be null takes the entity with it, and nothing beside', async () => {
    const { data, errors } = await graph.ask('{ rooms { name guests { id email } } }')
    expect(data).toEqual({
      rooms: [
        { name: 'Aula', guests: [null, { id: 'p1', email: 'siti@example.org' }] },
        { name: null, guests: [null] },
      ],
    })
    expect(errors?.map(({ path }) => path)).toEqual([['rooms', 0, 'guests', 0, 'email']])
  })
})

test('null where the graph promises a value goes up to the next place that may be null', async () => {
  const { data } = await graph.ask('{ strict { id must { value } } }')
  expect(data).toEqual({ strict: { id: 's', must: null } })
})

test('the schema is asked beside the data, in the order of the question', async () => {
  const { data, fetches } = await graph.ask(
    'query ($type: String!) { a: room { id } t: __type(name: $type) { name fields { name } } q: __typename b: room { name } }',
    { type: 'Seat' },
  )
  expect(JSON.stringify(data)).toBe(
    '{"a":{"id":"1"},"t":{"name":"Seat","fields":[{"name":"number"},{"name":"taken"}]},"q":"Query","b":{"name":"Aula"}}',
  )
  expect(fetches).toEqual({ rooms: 1 })
})

test('the type of the root costs nothing, and one that the graph does not have is refused', async () => {
  expect(await graph.ask('{ __typename ... on Query { q: __typename } }')).toEqual({
    data: { __typename: 'Query', q: 'Query' },
    fetches: {},
  })
  const query = 'query ($yes: Boolean!) { ... on Query @include(if: $yes) { __typename } room { id } }'
  expect(await graph.ask(query, { yes: true })).toEqual({
    data: { __typename: 'Query', room: { id: '1' } },
    fetches: { rooms: 1 },
  })
  expect(graph.asked).toEqual(['rooms { room { id } }'])
  const { errors } = await graph.ask('mutation { __typename }')
  expect(errors?.map(({ message, extensions: { code } }) => [code, message])).toEqual([
    ['GRAPHQL_VALIDATION_FAILED', 'The graph has no mutation.'],
  ])
})

test('names that every JavaScript object has are names like any other', async () => {
  const { data } = await graph.ask(
    '{ room { constructor: name __proto__: id toString: guests { valueOf: name hasOwnProperty: id } } }',
  )
  expect(JSON.stringify(data)).toBe(
    '{"room":{"constructor":"Aula","__proto__":"1","toString":[{"valueOf":"Siti","hasOwnProperty":"p1"}]}}',
  )
})

test('a circle of friends, as deep as asked', async () => {
  const { data } = await graph.ask('{ room { guests { friend { friend { friend { name } } } } } }')
  expect(data).toEqual({ room: { guests: [{ friend: { friend: { friend: { name: 'Siti' } } } }] } })
})
